/* For tests only: Wine 8's mscms.dll lacks WcsCreateIccProfile, which Qt's window plugin asks once per screen.
 * All four say that there is no colour profile. Never shipped. */
#include <windows.h>

__declspec(dllexport) void *WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD creation)
{
    (void)profile, (void)access, (void)share, (void)creation;
    SetLastError(ERROR_FILE_NOT_FOUND);
    return NULL;
}

__declspec(dllexport) BOOL WINAPI CloseColorProfile(void *profile)
{
    (void)profile;
    return TRUE;
}

__declspec(dllexport) BOOL WINAPI GetColorProfileFromHandle(void *profile, BYTE *target, DWORD *size)
{
    (void)profile, (void)target, (void)size;
    return FALSE;
}

__declspec(dllexport) void *WINAPI WcsCreateIccProfile(void *profile, DWORD options)
{
    (void)profile, (void)options;
    return NULL;
}

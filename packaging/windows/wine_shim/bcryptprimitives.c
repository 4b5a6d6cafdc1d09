/* For tests only: Wine 8 has no bcryptprimitives.dll, whose ProcessPrng the Rust libraries call. Never shipped. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */

__declspec(dllexport) BOOL ProcessPrng(PBYTE target, SIZE_T left)
{
    while (left) {
        ULONG part = left > 65536 ? 65536 : (ULONG)left;
        if (!SystemFunction036(target, part))
            return FALSE;
        target += part;
        left -= part;
    }
    return TRUE;
}

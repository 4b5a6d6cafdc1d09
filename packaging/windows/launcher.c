/* Starts PATEN Desk: one source, two programs (a window, or with -DCONSOLE commands in a console).
 *
 * Loads runtime\python313.dll from beside itself and runs "-I -X utf8 -m main ..." in this very process, so that task
 * manager, task bar and firewall show PATEN Desk and not Python. Where modules are found stands in the ._pth file beside
 * that library: neither the registry nor a PYTHON variable of the computer counts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LIBRARY L"\\runtime\\" PYTHON_DLL
#define LONGEST 32768

typedef int (*python_main)(int, wchar_t **);

static int refuse(const wchar_t *what)
{
    static wchar_t words[LONGEST + 200];
    DWORD code = GetLastError();

    _snwprintf(words, LONGEST + 199,
               L"PATEN Desk belum dapat dibuka karena berkasnya tidak lengkap (%ls, kode %lu).\n\n"
               L"Pasang ulang program ini; data kantor tetap aman.",
               what, code);
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", words);
#else
    MessageBoxW(NULL, words, L"PATEN Desk", MB_ICONERROR);
#endif
    return 3;
}

static int run(int count, wchar_t **given)
{
    static wchar_t own[LONGEST], library[LONGEST + 64];
    const wchar_t *fixed[] = {own, L"-I", L"-X", L"utf8", L"-m", L"main"};
    const int before = sizeof fixed / sizeof *fixed;

    if (!GetModuleFileNameW(NULL, own, LONGEST))
        return refuse(L"PATEN Desk.exe");
    wcscpy(library, own);
    wcscpy(wcsrchr(library, L'\\'), LIBRARY);
    SetDllDirectoryW(L""); /* nothing is loaded from the current folder, which may be a stick */
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python)
        return refuse(library);
    python_main start = (python_main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **words = calloc(before + count, sizeof *words);
    if (!start || !words)
        return refuse(library);
    for (int at = 0; at < before; at++)
        words[at] = (wchar_t *)fixed[at];
    for (int at = 1; at < count; at++)
        words[before + at - 1] = given[at];
    return start(before + count - 1, words);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    return run(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    int count;
    (void)instance, (void)before, (void)line, (void)show;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    return given ? run(count, given) : refuse(L"CommandLineToArgvW");
}
#endif

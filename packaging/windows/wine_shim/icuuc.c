/* For tests only: lets Qt6Core.dll load under Wine 8, which has no icuuc.dll (Windows 10 has one since 1703).
 * Every converter fails to open, so Qt uses its own codecs: UTF-8, UTF-16, Latin-1, the system's. Never shipped. */
#define FILE_ACCESS_ERROR 4 /* U_FILE_ACCESS_ERROR */
#define FAILS(name, ...)                                                                                               \
    __declspec(dllexport) void *name(__VA_ARGS__)                                                                      \
    {                                                                                                                  \
        if (status)                                                                                                    \
            *status = FILE_ACCESS_ERROR;                                                                               \
        return 0;                                                                                                      \
    }
#define NOTHING(name)                                                                                                  \
    __declspec(dllexport) void *name(void)                                                                             \
    {                                                                                                                  \
        return 0;                                                                                                      \
    }

FAILS(ucnv_open, const char *converter, int *status)
FAILS(ucnv_getName, const void *converter, int *status)
FAILS(ucnv_getStandardName, const char *name, const char *standard, int *status)
FAILS(ucnv_fromUCountPending, const void *converter, int *status)
FAILS(ucnv_toUCountPending, const void *converter, int *status)
FAILS(ucnv_fromUnicode, void *converter, char **target, const char *end, const void **source, const void *limit,
      int *offsets, signed char flush, int *status)
FAILS(ucnv_toUnicode, void *converter, void **target, const void *end, const char **source, const char *limit,
      int *offsets, signed char flush, int *status)
FAILS(ucnv_setFromUCallBack, void *converter, void *action, const void *context, void **old, const void **old_context,
      int *status)
FAILS(ucnv_setToUCallBack, void *converter, void *action, const void *context, void **old, const void **old_context,
      int *status)
NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_getAvailableName)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)

__declspec(dllexport) signed char ucnv_getMaxCharSize(const void *converter)
{
    (void)converter;
    return 1;
}

static void forget(const void **action, const void **context)
{
    if (action)
        *action = 0;
    if (context)
        *context = 0;
}

__declspec(dllexport) void ucnv_getFromUCallBack(const void *converter, const void **action, const void **context)
{
    (void)converter;
    forget(action, context);
}

__declspec(dllexport) void ucnv_getToUCallBack(const void *converter, const void **action, const void **context)
{
    (void)converter;
    forget(action, context);
}

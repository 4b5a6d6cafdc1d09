/* Longer than a page of ours: every call that changes a file needs its own few lines, and they belong together.
 *
 * A disk that fails on command: loaded before libc, armed from Python, it counts every change of a file or folder below
 * one root and, at the chosen one, kills the process before it, in the middle of it, or lets it fail.
 *
 * It also writes a log of all changes and syncs, from which the disk after a power cut at any moment can be rebuilt:
 *   op (1 byte), length of path, length of second path, offset, length of data (4 x 8 bytes), path, second path, data
 * with op C created, W written, T truncated, F synced, R renamed, U unlinked, M folder made, D folder gone, A shown.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { COUNT, KILL, TORN, FAIL_EIO, FAIL_EIO_EVER, FAIL_ENOSPC, FAIL_ENOSPC_EVER };

#define FDS 4096
#define KINDS 65536
static char root[PATH_MAX], kinds[KINDS];
static long at, seen;
static int mode, log_fd = -1;
static char *paths[FDS];

#define REAL(result, name, parameters)                                \
    static result(*real) parameters;                                  \
    if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name)

static ssize_t raw_write(int fd, const void *data, size_t size) {
    REAL(ssize_t, write, (int, const void *, size_t));
    return real(fd, data, size);
}

void fault_arm(const char *folder, long number, int how, int log) {
    strncpy(root, folder, sizeof root - 1);
    at = number;
    mode = how;
    log_fd = log;
    seen = 0;
}

void fault_disarm(void) { root[0] = 0; }

/* One letter for each change so far: w for bytes written, - for everything else. */
const char *fault_kinds(void) {
    kinds[seen < KINDS ? seen : KINDS - 1] = 0;
    return kinds;
}

static void note(char op, const char *path, const char *other, int64_t offset, const void *data, int64_t size) {
    if (log_fd < 0) return;
    char head[1 + 4 * 8];
    int64_t lengths[4] = {path ? (int64_t)strlen(path) : 0, other ? (int64_t)strlen(other) : 0, offset, size};
    head[0] = op;
    memcpy(head + 1, lengths, sizeof lengths);
    raw_write(log_fd, head, sizeof head);
    if (lengths[0]) raw_write(log_fd, path, lengths[0]);
    if (lengths[1]) raw_write(log_fd, other, lengths[1]);
    if (data && size) raw_write(log_fd, data, size);
}

void fault_shown(const char *text) { note('A', 0, 0, 0, text, strlen(text)); }

/* Write the absolute path; say whether it lies below the root. */
static int below(const char *path, char *full) {
    if (!root[0] || !path) return 0;
    if (path[0] == '/') {
        strncpy(full, path, PATH_MAX - 1);
        full[PATH_MAX - 1] = 0;
    } else {
        if (!getcwd(full, PATH_MAX)) return 0;
        size_t used = strlen(full);
        if (used + strlen(path) + 2 > PATH_MAX) return 0;
        full[used] = '/';
        strcpy(full + used + 1, path);
    }
    size_t length = strlen(root);
    return strncmp(full, root, length) == 0 && (full[length] == 0 || full[length] == '/');
}

static const char *path_of(int fd) { return root[0] && fd >= 0 && fd < FDS ? paths[fd] : 0; }

/* Count one change; return 1 when it must fail with errno set. */
static int gate(int is_write, int fd, const void *data, size_t size, int64_t offset) {
    if (seen < KINDS) kinds[seen] = is_write ? 'w' : '-';
    seen++;
    if (mode == COUNT) return 0;
    int now = seen == at, later = seen >= at;
    if (mode == KILL && now) {
        kill(getpid(), SIGKILL);
        pause();
    }
    if (mode == TORN && now) {
        if (is_write && size > 1) {
            if (offset >= 0) {
                REAL(ssize_t, pwrite64, (int, const void *, size_t, off64_t));
                real(fd, data, size / 2, offset);
            } else {
                raw_write(fd, data, size / 2);
            }
        }
        kill(getpid(), SIGKILL);
        pause();
    }
    if ((mode == FAIL_EIO && now) || (mode == FAIL_EIO_EVER && later)) {
        errno = EIO;
        return 1;
    }
    if (is_write && ((mode == FAIL_ENOSPC && now) || (mode == FAIL_ENOSPC_EVER && later))) {
        errno = ENOSPC;
        return 1;
    }
    return 0;
}

static void keep(int fd, const char *path) {
    if (fd < 0 || fd >= FDS) return;
    free(paths[fd]);
    paths[fd] = path ? strdup(path) : 0;
}

#define OPEN(name)                                                                   \
    int name(const char *path, int flags, ...) {                                     \
        mode_t rights = 0;                                                           \
        if (flags & (O_CREAT | O_TMPFILE)) {                                         \
            va_list rest;                                                            \
            va_start(rest, flags);                                                   \
            rights = va_arg(rest, mode_t);                                           \
            va_end(rest);                                                            \
        }                                                                            \
        REAL(int, name, (const char *, int, ...));                                   \
        char full[PATH_MAX];                                                         \
        int ours = below(path, full);                                                \
        int is_new = ours && (flags & O_CREAT) && access(full, F_OK) != 0;           \
        if (ours && (is_new || (flags & O_TRUNC)) && gate(0, -1, 0, 0, -1)) return -1; \
        int fd = real(path, flags, rights);                                          \
        if (fd >= 0) keep(fd, ours ? full : 0);                                      \
        if (fd >= 0 && ours && is_new) note('C', full, 0, 0, 0, 0);                  \
        if (fd >= 0 && ours && (flags & O_TRUNC)) note('T', full, 0, 0, 0, 0);       \
        return fd;                                                                   \
    }
OPEN(open)
OPEN(open64)

/* Resolve a path below an opened folder, as emptying a folder does. */
static const char *resolved(int folder, const char *path, char *full) {
    const char *above = folder == AT_FDCWD || path[0] == '/' ? 0 : path_of(folder);
    if (!above) return path;
    if (strlen(above) + strlen(path) + 2 > PATH_MAX) return path;
    strcpy(full, above);
    strcat(full, "/");
    strcat(full, path);
    return full;
}

#define OPENAT(name, plain)                                                      \
    int name(int folder, const char *path, int flags, ...) {                     \
        mode_t rights = 0;                                                       \
        if (flags & (O_CREAT | O_TMPFILE)) {                                     \
            va_list rest;                                                        \
            va_start(rest, flags);                                               \
            rights = va_arg(rest, mode_t);                                       \
            va_end(rest);                                                        \
        }                                                                        \
        char full[PATH_MAX];                                                     \
        const char *there = resolved(folder, path, full);                        \
        if (there == full || folder == AT_FDCWD || path[0] == '/') return plain(there, flags, rights); \
        REAL(int, name, (int, const char *, int, ...));                          \
        int fd = real(folder, path, flags, rights);                              \
        if (fd >= 0) keep(fd, 0);                                                \
        return fd;                                                               \
    }
OPENAT(openat, open)
OPENAT(openat64, open64)

int close(int fd) {
    REAL(int, close, (int));
    keep(fd, 0);
    return real(fd);
}

static int64_t place(int fd) {
    if (fcntl(fd, F_GETFL) & O_APPEND) {
        struct stat facts;
        fstat(fd, &facts);
        return facts.st_size;
    }
    return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *data, size_t size) {
    const char *path = path_of(fd);
    if (!path) return raw_write(fd, data, size);
    int64_t offset = place(fd);
    if (gate(1, fd, data, size, -1)) return -1;
    ssize_t done = raw_write(fd, data, size);
    if (done > 0) note('W', path, 0, offset, data, done);
    return done;
}

#define PWRITE(name, offset_t)                                            \
    ssize_t name(int fd, const void *data, size_t size, offset_t offset) { \
        REAL(ssize_t, name, (int, const void *, size_t, offset_t));       \
        const char *path = path_of(fd);                                   \
        if (!path) return real(fd, data, size, offset);                   \
        if (gate(1, fd, data, size, offset)) return -1;                   \
        ssize_t done = real(fd, data, size, offset);                      \
        if (done > 0) note('W', path, 0, offset, data, done);             \
        return done;                                                      \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(ssize_t, writev, (int, const struct iovec *, int));
    if (!path_of(fd)) return real(fd, parts, count);
    ssize_t total = 0;
    for (int each = 0; each < count; each++) {
        ssize_t done = write(fd, parts[each].iov_base, parts[each].iov_len);
        if (done < 0) return total ? total : -1;
        total += done;
    }
    return total;
}

/* Copying inside the kernel would pass by the log: refuse, so that the caller writes by hand. */
ssize_t sendfile(int out, int in, off_t *offset, size_t size) {
    REAL(ssize_t, sendfile, (int, int, off_t *, size_t));
    if (!path_of(out)) return real(out, in, offset, size);
    errno = ENOTSOCK;
    return -1;
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t size) {
    REAL(ssize_t, sendfile64, (int, int, off64_t *, size_t));
    if (!path_of(out)) return real(out, in, offset, size);
    errno = ENOTSOCK;
    return -1;
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    REAL(ssize_t, copy_file_range, (int, off64_t *, int, off64_t *, size_t, unsigned));
    if (!path_of(out)) return real(in, from, out, to, size, flags);
    errno = EXDEV;
    return -1;
}

#define SYNC(name)                                     \
    int name(int fd) {                                 \
        REAL(int, name, (int));                        \
        const char *path = path_of(fd);                \
        if (!path) return real(fd);                    \
        if (gate(0, fd, 0, 0, -1)) return -1;          \
        int done = real(fd);                           \
        if (done == 0) note('F', path, 0, 0, 0, 0);    \
        return done;                                   \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset_t)                          \
    int name(int fd, offset_t length) {                   \
        REAL(int, name, (int, offset_t));                 \
        const char *path = path_of(fd);                   \
        if (!path) return real(fd, length);               \
        if (gate(0, fd, 0, 0, -1)) return -1;             \
        int done = real(fd, length);                      \
        if (done == 0) note('T', path, 0, length, 0, 0);  \
        return done;                                      \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
    REAL(int, rename, (const char *, const char *));
    char one[PATH_MAX], other[PATH_MAX];
    int ours = below(from, one);
    ours = below(to, other) || ours;
    if (ours && gate(0, -1, 0, 0, -1)) return -1;
    int done = real(from, to);
    if (ours && done == 0) note('R', one, other, 0, 0, 0);
    return done;
}

#define ON_PATH(name, op, parameters, arguments)           \
    int name parameters {                                  \
        REAL(int, name, parameters);                       \
        char full[PATH_MAX];                               \
        int ours = below(path, full);                      \
        if (ours && gate(0, -1, 0, 0, -1)) return -1;      \
        int done = real arguments;                         \
        if (ours && done == 0) note(op, full, 0, 0, 0, 0); \
        return done;                                       \
    }
ON_PATH(unlink, 'U', (const char *path), (path))
ON_PATH(rmdir, 'D', (const char *path), (path))
ON_PATH(mkdir, 'M', (const char *path, mode_t rights), (path, rights))

int unlinkat(int folder, const char *path, int flags) {
    REAL(int, unlinkat, (int, const char *, int));
    char there[PATH_MAX], full[PATH_MAX];
    int ours = below(resolved(folder, path, there), full);
    if (ours && gate(0, -1, 0, 0, -1)) return -1;
    int done = real(folder, path, flags);
    if (ours && done == 0) note(flags & AT_REMOVEDIR ? 'D' : 'U', full, 0, 0, 0, 0);
    return done;
}

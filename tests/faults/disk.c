/* Sees every change that a process makes below one directory. It notes each one, so that a power
   cut can be replayed, and lets the one fail that it was told. Loaded with LD_PRELOAD and told by
   ctypes what to do: see disk.py. One thread only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)
#define SHORT (-1)

typedef struct { char path[PATH_MAX]; struct stat is; } Seen;

static char root[PATH_MAX];
static int notes = -1;
static long count, fail_at;
static int fail_with, fail_once;

/* -- told from Python ------------------------------------------------------------------------ */

void disk_watch(const char *directory, int file) {
    snprintf(root, sizeof root, "%s", directory);
    notes = file;
    count = fail_at = 0;
}

void disk_fail(long at, int error, int once) { fail_at = at; fail_with = error; fail_once = once; }

long disk_changes(void) { return count; }

/* A line with what was done, then the bytes of it. The file that it is about goes by its number. */
static void note(char act, unsigned long file, long long at, const void *bytes, size_t size) {
    if (notes < 0) return;
    char line[96];
    int length = snprintf(line, sizeof line, "%c %lu %lld %zu\n", act, file, at, size);
    struct iovec parts[2] = {{line, length}, {(void *)bytes, size}};
    while (parts[0].iov_len + parts[1].iov_len) {
        long gone = syscall(SYS_writev, notes, parts, 2);
        if (gone < 0) _exit(99);
        for (int part = 0; part < 2; part++) {
            size_t here = (size_t)gone < parts[part].iov_len ? (size_t)gone : parts[part].iov_len;
            parts[part].iov_base = (char *)parts[part].iov_base + here;
            parts[part].iov_len -= here;
            gone -= here;
        }
    }
}

void disk_note(const char *words) { note('A', 0, 0, words, strlen(words)); }

/* -- what is ours, and what fails ------------------------------------------------------------ */

static int below(const char *path) {
    size_t length = strlen(root);
    return length && !strncmp(path, root, length) && (!path[length] || path[length] == '/');
}

static int link_of(int file, char *out) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, out, PATH_MAX - 1);
    if (length < 0) return 0;
    out[length] = 0;
    return 1;
}

static int open_below(int file, Seen *seen) {
    int before = errno;
    int is = root[0] && link_of(file, seen->path) && below(seen->path) && !fstat(file, &seen->is);
    errno = before;
    return is;
}

static int named_below(int directory, const char *path, Seen *seen) {
    int before = errno;
    char start[PATH_MAX] = "";
    if (!root[0]) return 0;
    if (path[0] != '/') {
        if (directory == AT_FDCWD ? !getcwd(start, sizeof start) : !link_of(directory, start)) return 0;
        strncat(start, "/", sizeof start - strlen(start) - 1);
    }
    snprintf(seen->path, sizeof seen->path, "%.2000s%.2000s", start, path);
    seen->is.st_ino = 0;
    int is = below(seen->path);
    if (is) lstat(seen->path, &seen->is);
    errno = before;
    return is;
}

/* Return an error, SHORT or 0. A full disk (ENOSPC) refuses only what takes room. */
static int verdict(int takes_room) {
    count++;
    int now = fail_at && (fail_once ? count == fail_at : count >= fail_at);
    if (!now || (fail_with == ENOSPC && !takes_room)) return 0;
    return fail_with;
}

static int refused(int takes_room) {
    int error = verdict(takes_room);
    if (error > 0) errno = error;
    return error > 0;
}

/* -- names ----------------------------------------------------------------------------------- */

static int open_at(int directory, const char *path, int flags, mode_t mode) {
    REAL(openat);
    Seen seen;
    int ours = (flags & (O_CREAT | O_TRUNC)) && named_below(directory, path, &seen);
    int there = ours && seen.is.st_ino;
    if (ours && (!there || ((flags & O_TRUNC) && seen.is.st_size)) && !(there && (flags & O_EXCL))) {
        if (refused(!there)) return -1;
    }
    int file = real(directory, path, flags, mode);
    if (file < 0 || !ours) return file;
    struct stat is;
    fstat(file, &is);
    if (!there) note('C', is.st_ino, 0, seen.path, strlen(seen.path));
    else if ((flags & O_TRUNC) && seen.is.st_size) note('T', is.st_ino, 0, "", 0);
    return file;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); mode = va_arg(a, int); va_end(a); }

int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }

int renameat(int from_at, const char *from, int to_at, const char *to) {
    REAL(renameat);
    Seen old, new;
    int ours = named_below(from_at, from, &old) & named_below(to_at, to, &new);
    if (ours && refused(1)) return -1;
    int failed = real(from_at, from, to_at, to);
    if (ours && !failed) {
        char both[2 * PATH_MAX];
        int length = snprintf(both, sizeof both, "%s%c%s", old.path, 0, new.path);
        note('R', old.is.st_ino, 0, both, length);
    }
    return failed;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int at, const char *path, int flags) {
    REAL(unlinkat);
    Seen seen;
    int ours = named_below(at, path, &seen) && seen.is.st_ino;
    if (ours && refused(0)) return -1;
    int failed = real(at, path, flags);
    if (ours && !failed) note('U', seen.is.st_ino, 0, seen.path, strlen(seen.path));
    return failed;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int at, const char *path, mode_t mode) {
    REAL(mkdirat);
    Seen seen;
    int ours = named_below(at, path, &seen) && !seen.is.st_ino;
    if (ours && refused(1)) return -1;
    int failed = real(at, path, mode);
    if (ours && !failed) note('M', 0, 0, seen.path, strlen(seen.path));
    return failed;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* -- bytes ----------------------------------------------------------------------------------- */

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
    REAL(pwrite64);
    Seen seen;
    int ours = open_below(file, &seen);
    int error = ours ? verdict(1) : 0;
    if (error > 0) { errno = error; return -1; }
    ssize_t gone = real(file, bytes, error == SHORT && size > 1 ? size / 2 : size, at);
    if (ours && gone > 0) note('W', seen.is.st_ino, at, bytes, gone);
    return gone;
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return pwrite64(file, bytes, size, at); }

ssize_t write(int file, const void *bytes, size_t size) {
    REAL(write);
    Seen seen;
    int ours = open_below(file, &seen);
    int error = ours ? verdict(1) : 0;
    if (error > 0) { errno = error; return -1; }
    off_t at = !ours ? 0 : fcntl(file, F_GETFL) & O_APPEND ? seen.is.st_size : lseek(file, 0, SEEK_CUR);
    ssize_t gone = real(file, bytes, error == SHORT && size > 1 ? size / 2 : size);
    if (ours && gone > 0) note('W', seen.is.st_ino, at, bytes, gone);
    return gone;
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    Seen seen;
    int ours = open_below(file, &seen);
    if (ours && refused(size > seen.is.st_size)) return -1;
    int failed = real(file, size);
    if (ours && !failed) note('T', seen.is.st_ino, size, "", 0);
    return failed;
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

static int synced(int file, int (*real)(int)) {
    Seen seen;
    int ours = open_below(file, &seen);
    if (ours && refused(1)) return -1;
    int failed = real(file);
    if (ours && !failed) note('S', seen.is.st_ino, 0, seen.path, strlen(seen.path));
    return failed;
}
int fsync(int file) { REAL(fsync); return synced(file, real); }
int fdatasync(int file) { REAL(fdatasync); return synced(file, real); }

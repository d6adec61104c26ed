/* A disk that can be told what to do, put before the C library with LD_PRELOAD.

   refuse(folder, nth, error, lasting): of all that is written, synced, named, cut or removed below a folder,
   the nth fails with an error; `lasting`: so does everything after it. counted() is how many there were.
   record(folder, log): each of them goes into a file, with its data, before it is done, as does everything
   written to standard output: what was acknowledged lies between what had reached the disk by then. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char below[PATH_MAX];
static long left, seen;
static int refused_with, for_good, log_to = -1;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

void refuse(const char *folder, long nth, int error, int lasting) {
    snprintf(below, sizeof below, "%s", folder ? folder : "");
    left = nth, seen = 0, refused_with = error, for_good = lasting;
}
long counted(void) { return seen; }
void record(const char *folder, const char *log) {
    snprintf(below, sizeof below, "%s", folder);
    log_to = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int ours(const char *path) { return below[0] && path && !strncmp(path, below, strlen(below)); }

static const char *path_of(int file, char *into) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t size = readlink(link, into, PATH_MAX - 1);
    into[size < 0 ? 0 : size] = 0;
    return into;
}

/* kind, offset, length of path, length of data; then path and data */
static void note(char kind, const char *path, int64_t offset, const void *data, size_t size) {
    if (log_to < 0) return;
    char head[1 + 8 + 4 + 8];
    uint32_t path_size = strlen(path);
    uint64_t data_size = size;
    head[0] = kind;
    memcpy(head + 1, &offset, 8), memcpy(head + 9, &path_size, 4), memcpy(head + 13, &data_size, 8);
    struct iovec parts[] = {{head, sizeof head}, {(void *)path, path_size}, {(void *)data, size}};
    REAL(writev)(log_to, parts, 3);
}

static int fails(const char *path) {
    if (!ours(path)) return 0;
    seen++;
    if (left > 0) left--;
    else return 0;
    if (left) return 0;
    if (for_good) left = 1;
    errno = refused_with;
    return 1;
}

ssize_t write(int file, const void *data, size_t size) {
    char path[PATH_MAX];
    int kept = errno;
    path_of(file, path);
    errno = kept;
    if (fails(path)) return -1;
    if (log_to >= 0 && file == 1) note('A', "", 0, data, size);
    if (ours(path)) note('W', path, lseek(file, 0, SEEK_CUR), data, size);
    return REAL(write)(file, data, size);
}
static ssize_t placed(int file, const void *data, size_t size, off_t offset) {
    char path[PATH_MAX];
    path_of(file, path);
    if (fails(path)) return -1;
    if (ours(path)) note('W', path, offset, data, size);
    return ((ssize_t(*)(int, const void *, size_t, off_t))real("pwrite64"))(file, data, size, offset);
}
ssize_t pwrite(int file, const void *data, size_t size, off_t offset) { return placed(file, data, size, offset); }
ssize_t pwrite64(int file, const void *data, size_t size, off_t offset) { return placed(file, data, size, offset); }

static int synced(int file, const char *name) {
    char path[PATH_MAX];
    path_of(file, path);
    if (fails(path)) return -1;
    if (ours(path)) note('S', path, 0, "", 0);
    return ((int (*)(int))real(name))(file);
}
int fsync(int file) { return synced(file, "fsync"); }
int fdatasync(int file) { return synced(file, "fdatasync"); }

static int cut(int file, off_t size) {
    char path[PATH_MAX];
    path_of(file, path);
    if (fails(path)) return -1;
    if (ours(path)) note('T', path, size, "", 0);
    return ((int (*)(int, off_t))real("ftruncate64"))(file, size);
}
int ftruncate(int file, off_t size) { return cut(file, size); }
int ftruncate64(int file, off_t size) { return cut(file, size); }

int rename(const char *old, const char *new) {
    if (fails(old)) return -1;
    if (ours(old)) note('R', old, 0, new, strlen(new));
    return REAL(rename)(old, new);
}
int unlink(const char *path) {
    if (ours(path)) note('U', path, 0, "", 0); /* never refused: what is removed takes no room */
    return REAL(unlink)(path);
}
int link(const char *old, const char *new) {
    if (fails(old)) return -1;
    if (ours(old)) note('L', old, 0, new, strlen(new));
    return REAL(link)(old, new);
}
int linkat(int from, const char *old, int to, const char *new, int flags) {
    if (fails(old)) return -1;
    if (ours(old)) note('L', old, 0, new, strlen(new));
    return REAL(linkat)(from, old, to, new, flags);
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
    if ((flags & O_CREAT) && access(path, F_OK) && fails(path)) return -1;
    if ((flags & O_CREAT) && ours(path)) note('C', path, 0, "", 0);
    if ((flags & O_TRUNC) && ours(path)) note('T', path, 0, "", 0);
    return ((int (*)(const char *, int, mode_t))real(name))(path, flags, mode);
}
#define OPENED(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = va_arg(more, mode_t); \
        va_end(more); \
        return opened(#name, path, flags, mode); \
    }
OPENED(open)
OPENED(open64)

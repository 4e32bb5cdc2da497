/* Only where the thread sanitizer is asked for: what it cannot see of Swift's Mutex on Linux.
 *
 * A thread that finds a Mutex taken waits for it in Swift's own library, which is not built with the
 * sanitizer, so that every Mutex that two threads ever want at once is reported as a race (see
 * findings/thread-sanitizer-mutex.sh). The two functions in which that happens are stood in for: they
 * do what they did, and say so.
 */
#if defined(__linux__) && defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

void __tsan_acquire(void *address);
void __tsan_release(void *address);

#define MUTEX "$s15Synchronization12_MutexHandleV"
#define LOCK_SLOW MUTEX "9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOW MUTEX "11_unlockSlowyyF"
#define SELF __attribute__((swift_context)) void *self

typedef __attribute__((swiftcall)) void (*lock_function)(uint32_t seen, SELF);
typedef __attribute__((swiftcall)) void (*unlock_function)(SELF);

static lock_function real_lock;
static unlock_function real_unlock;

/* Before any thread is there. */
__attribute__((constructor)) static void find_real_ones(void) {
  real_lock = (lock_function)dlsym(RTLD_NEXT, LOCK_SLOW);
  real_unlock = (unlock_function)dlsym(RTLD_NEXT, UNLOCK_SLOW);
}

__attribute__((swiftcall)) void kernels_lock_slow(uint32_t seen, SELF) __asm__(LOCK_SLOW);
__attribute__((swiftcall)) void kernels_unlock_slow(SELF) __asm__(UNLOCK_SLOW);

__attribute__((swiftcall)) void kernels_lock_slow(uint32_t seen, SELF) {
  real_lock(seen, self);
  __tsan_acquire(self);
}

__attribute__((swiftcall)) void kernels_unlock_slow(SELF) {
  __tsan_release(self);
  real_unlock(self);
}
#endif
#endif

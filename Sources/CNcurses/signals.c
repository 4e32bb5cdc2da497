// Signals. Requests only leave a note and wake up the main loop; where that does not end the
// process soon, because nobody reads what it writes or it is busy, the handler does. A crash, on
// whatever thread, gives the terminal back first. In every case the process dies of the signal.

#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// All that would end or stop a process that does not handle it, but for the faults below.
static const int requests[] = {
  SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM,
  SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
#ifdef SIGIO
  SIGIO,
#endif
#ifdef SIGPWR
  SIGPWR,
#endif
#ifdef SIGSTKFLT
  SIGSTKFLT,
#endif
};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
enum {
  request_count = sizeof requests / sizeof *requests,
  crash_count = sizeof crashes / sizeof *crashes,
  // A loop that left so many requests to end unanswered hangs.
  patience = 3,
  // How long a request to end may go unanswered, in microseconds.
  deadline = 700000,
  // How long the loop may work before the keys that make signals are the system's, in microseconds.
  limit = 900000,
  // How often the last words wait a moment for room, and for how many milliseconds.
  tries = 5,
  moment = 20,
};

static atomic_int pending[64];
// The first request to end, while it is not answered; 0 for none.
static atomic_int ending;
static struct sigaction before_request[request_count];
static struct sigaction before_crash[crash_count];
static struct sigaction before_pipe;
static int wake_pipe[2] = {-1, -1};

static char last_words[512];
static atomic_size_t last_words_count;
// Whether somebody asked for Swift's backtraces; by itself the backtracer waits half a minute for
// a key of whoever has just lost the screen.
static int wants_backtrace;

// A crash of overflowing the stack needs another one. Larger than any SIGSTKSZ, which is no
// constant any more.
static char crash_stack[64 * 1024];

void set_last_words(const char *bytes, size_t count) {
  atomic_store(&last_words_count, 0);
  if (count > sizeof last_words) return;
  if (count > 0) memcpy(last_words, bytes, count);
  atomic_store(&last_words_count, count);
}

// Writes as much as there is room for within a tenth of a second; returns how much is left.
static size_t write_soon(const char *bytes, size_t count) {
  int output = glass >= 0 ? glass : STDOUT_FILENO;
  for (int index = 0; count > 0 && index < tries; index++) {
    struct pollfd room = {.fd = output, .events = POLLOUT};
    if (poll(&room, 1, moment) <= 0) continue;
    ssize_t written = write(output, bytes, count);
    if (written < 0 && errno != EAGAIN && errno != EINTR) break;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
  return count;
}

// Until the last words are out they stay: a request to end that comes on top of this, from a loop that
// is leaving a terminal that nobody reads, has to say them anew before it dies.
void give_terminal_back(void) {
  // Also from the background the terminal is given back, and not stopped over.
  void (*before)(int) = signal(SIGTTOU, SIG_IGN);
  size_t count = atomic_load(&last_words_count);
  if (count > 0) {
    // A sequence that was cut off is ended by CAN.
    if (outlet_is_cut()) write_soon("\030", 1);
    if (write_soon(last_words, count) > 0) {
      // Nobody reads. What waits to be read is thrown away.
      tcflush(STDOUT_FILENO, TCOFLUSH);
      write_soon("\030", 1);
      write_soon(last_words, count);
    }
    atomic_store(&last_words_count, 0);
  }
  give_modes_back();
  signal(SIGTTOU, before);
}

static void die_of(int number) {
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  signal(number, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

static void set_alarm(int microseconds) {
  struct itimerval time = {.it_value = {.tv_usec = microseconds}};
  setitimer(ITIMER_REAL, &time, NULL);
}

// MARK: A loop that hangs

// When the loop will have worked for too long, in nanoseconds; 0 while it waits.
static _Atomic int64_t too_long;
static atomic_int system_has_keys;

static int64_t nanoseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void loop_waits(void) {
  atomic_store(&too_long, 0);
  // A request that comes just now keeps its deadline.
  if (atomic_load(&ending) == 0) {
    set_alarm(0);
    if (atomic_load(&ending) != 0) set_alarm(deadline);
  }
  if (atomic_exchange(&system_has_keys, 0)) take_modes();
}

void loop_works(void) {
  if (atomic_load(&ending) != 0) return;
  atomic_store(&too_long, nanoseconds_now() + (int64_t)limit * 1000);
  set_alarm(limit);
  if (atomic_load(&ending) != 0) set_alarm(deadline);
}

// Whether an alarm is that of the loop, and not sent by somebody.
static int is_of_the_loop(int number) {
  int64_t due = atomic_load(&too_long);
  return number == SIGALRM && due != 0 && atomic_load(&ending) == 0 && nanoseconds_now() >= due;
}

static int asks_to_end(int number) {
  return number != SIGWINCH && number != SIGTSTP && number != SIGCONT;
}

static void end_at_once(int number) {
  give_terminal_back();
  die_of(number);
}

static void on_request(int number) {
  int saved_errno = errno;
  if (is_of_the_loop(number)) {
    atomic_store(&too_long, 0);
    atomic_store(&system_has_keys, 1);
    give_signal_keys_back();
    errno = saved_errno;
    return;
  }
  if (asks_to_end(number)) {
    int first = 0;
    if (atomic_compare_exchange_strong(&ending, &first, number)) {
      set_alarm(deadline);
    } else if (number == SIGALRM) {
      end_at_once(first);
    }
  }
  if (atomic_fetch_add(&pending[number], 1) >= patience - 1 && asks_to_end(number)) {
    end_at_once(number);
  }
  char byte = 0;
  // A full pipe wakes the loop as well.
  if (write(wake_pipe[1], &byte, 1) < 0) errno = saved_errno;
  errno = saved_errno;
}

// Says in one line what has happened and what to do about it.
static void tell_of_crash(const char *report) {
  static const char fault[] = "stipple: a fault ended it; ";
  static const char replay[] = "to do the same again: stipple replay '";
  static const char trace[] = "SWIFT_BACKTRACE=enable=yes,interactive=no tells where\n";
  write_soon(fault, sizeof fault - 1);
  if (report == NULL) {
    write_soon(trace, sizeof trace - 1);
  } else {
    write_soon(replay, sizeof replay - 1);
    write_soon(report, strlen(report));
    write_soon("'\n", 2);
  }
}

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  give_terminal_back();
  tell_of_crash(write_crash_report(number));
  if (!wants_backtrace) die_of(number);
  for (int index = 0; index < crash_count; index++) {
    if (crashes[index] == number) sigaction(number, &before_crash[index], NULL);
  }
  // A fault happens again when we return, and whoever handled it before us (Swift's backtracer)
  // sees the original. A signal that was sent, as by abort, would not come again.
  if (info->si_code <= 0) die_of(number);
}

static void make_pipe(void) {
  if (wake_pipe[0] >= 0 || pipe(wake_pipe) != 0) return;
  for (int end = 0; end < 2; end++) {
    fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
  }
}

int watch_signals(void) {
  make_pipe();
  if (wake_pipe[0] < 0) return 0;
  wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  atomic_store(&ending, 0);
  learn_modes();
  for (int number = 0; number < 64; number++) atomic_store(&pending[number], 0);

  struct sigaction action = {0};
  sigfillset(&action.sa_mask);
  action.sa_handler = on_request;
  action.sa_flags = SA_RESTART;
  for (int index = 0; index < request_count; index++) {
    sigaction(requests[index], &action, &before_request[index]);
  }
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, &before_pipe);

  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  struct sigaction crash = {0};
  sigemptyset(&crash.sa_mask);
  crash.sa_sigaction = on_crash;
  crash.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int index = 0; index < crash_count; index++) {
    sigaction(crashes[index], &crash, &before_crash[index]);
  }
  return 1;
}

void stop_watching_signals(void) {
  set_last_words(NULL, 0);
  atomic_store(&too_long, 0);
  set_alarm(0);
  for (int index = 0; index < request_count; index++) {
    sigaction(requests[index], &before_request[index], NULL);
  }
  for (int index = 0; index < crash_count; index++) {
    sigaction(crashes[index], &before_crash[index], NULL);
  }
  sigaction(SIGPIPE, &before_pipe, NULL);
}

int signal_pipe(void) { return wake_pipe[0]; }

void drain_signal_pipe(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
}

int32_t terminal_take_signal(void) {
  for (int index = 0; index < request_count; index++) {
    if (atomic_exchange(&pending[requests[index]], 0) > 0) return requests[index];
  }
  return 0;
}

// Stops the whole job, as the terminal would have on Ctrl-Z; returns when it continues, or at
// once where nobody could continue it and the system therefore ignores the request.
void stop_job(void) {
  struct sigaction ours;
  struct sigaction standard = {0};
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  atomic_store(&pending[SIGTSTP], 0);
  atomic_store(&pending[SIGCONT], 0);
}

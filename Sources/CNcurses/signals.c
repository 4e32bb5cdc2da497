// Signals. Requests only leave a note and wake up the main loop; a crash gives the terminal back
// first, and then takes the course it would have taken without us.

#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int requests[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT,  SIGTERM, SIGHUP,
                               SIGQUIT,  SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
enum {
  request_count = sizeof requests / sizeof *requests,
  crash_count = sizeof crashes / sizeof *crashes,
  // A loop that left so many requests to end unanswered hangs.
  patience = 3,
};

static atomic_int pending[64];
static struct sigaction before_request[request_count];
static struct sigaction before_crash[crash_count];
static struct sigaction before_pipe;
static int wake_pipe[2] = {-1, -1};

static char last_words[512];
static atomic_size_t last_words_count;
static struct termios modes_before;
static int modes_are_known;

// A crash of overflowing the stack needs another one. Larger than any SIGSTKSZ, which is no
// constant any more.
static char crash_stack[64 * 1024];

void write_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void set_last_words(const char *bytes, size_t count) {
  atomic_store(&last_words_count, 0);
  if (count > sizeof last_words) return;
  if (count > 0) memcpy(last_words, bytes, count);
  atomic_store(&last_words_count, count);
}

static void give_terminal_back(void) {
  size_t count = atomic_exchange(&last_words_count, 0);
  if (count == 0) return;
  write_all(last_words, count);
  if (modes_are_known) tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

static void die_of(int number) {
  signal(number, SIG_DFL);
  raise(number);
}

static int asks_to_end(int number) {
  return number != SIGWINCH && number != SIGTSTP && number != SIGCONT;
}

static void on_request(int number) {
  int saved_errno = errno;
  if (atomic_fetch_add(&pending[number], 1) >= patience - 1 && asks_to_end(number)) {
    give_terminal_back();
    die_of(number);
  }
  char byte = 0;
  // A full pipe wakes the loop as well.
  if (write(wake_pipe[1], &byte, 1) < 0) errno = saved_errno;
  errno = saved_errno;
}

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  give_terminal_back();
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
  modes_are_known = tcgetattr(STDIN_FILENO, &modes_before) == 0;
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

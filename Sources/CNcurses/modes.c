// How the line between the keyboard and us treats what is typed.

#include "internal.h"
#include <signal.h>
#include <stdatomic.h>
#include <termios.h>
#include <unistd.h>

static struct termios modes_before;
static struct termios modes_ours;
static int modes_are_known;
// Whether the line is as we want it; else it is somebody else's, who may have set it since.
static atomic_int modes_are_ours;

void learn_modes(void) {
  modes_are_known = tcgetattr(STDIN_FILENO, &modes_before) == 0;
  modes_ours = modes_before;
  // Ctrl-S and Ctrl-Q are keys like any other here, not a way to freeze the screen.
  modes_ours.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
  modes_ours.c_oflag &= ~(tcflag_t)OPOST;
  // Signals are made of keys by us: the system would also make them of characters in a paste. And
  // none of them may throw away output, which could be half of an escape sequence.
  modes_ours.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN | ISIG);
  modes_ours.c_lflag |= NOFLSH;
  modes_ours.c_cc[VMIN] = 1;
  modes_ours.c_cc[VTIME] = 0;
}

// At once: to wait until everything is read would be to wait for ever where nobody reads.
void take_modes(void) {
  if (!modes_are_known) return;
  atomic_store(&modes_are_ours, 1);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_ours);
}

void give_modes_back(void) {
  if (!atomic_load(&modes_are_ours)) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  atomic_store(&modes_are_ours, 0);
}

void give_signal_keys_back(void) {
  struct termios modes = modes_ours;
  modes.c_lflag |= modes_before.c_lflag & ISIG;
  // Whoever is not in front would be stopped.
  if (modes_are_known && tcgetpgrp(STDIN_FILENO) == getpgrp()) {
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
}

int32_t terminal_signal_of(uint8_t character) {
  if (!modes_are_known || !(modes_before.c_lflag & ISIG) || character == _POSIX_VDISABLE) return 0;
  if (character == modes_before.c_cc[VINTR]) return SIGINT;
  if (character == modes_before.c_cc[VQUIT]) return SIGQUIT;
  if (character == modes_before.c_cc[VSUSP]) return SIGTSTP;
  return 0;
}

"""The program without a window: arguments in, one line out, words on stderr."""

package dev.tendril.training.checkpoint;

/** A checkpoint is not what was written: cut short, changed, or incomplete. */
final class DamagedCheckpoint extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedCheckpoint(String message) {
        super(message);
    }

    DamagedCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}

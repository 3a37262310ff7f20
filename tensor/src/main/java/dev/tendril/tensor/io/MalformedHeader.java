package dev.tendril.tensor.io;

/** What is wrong with a header; becomes a {@code DataException} where the file's name is known. */
final class MalformedHeader extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedHeader(String message) {
        super(message);
    }
}

package dev.tendril.runtime.diagnostic;

/** Texts of files that messages repeat: a file may hold a million characters where a word belongs. */
public final class Shortened {
    private static final int VALUE = 80;
    private static final int MESSAGE = 2_000;
    private static final int END = 200;

    private Shortened() {}

    /** A value that is quoted in a message. */
    public static String value(String text) {
        return text.length() <= VALUE ? text : text.substring(0, cut(text, VALUE - 1)) + "…";
    }

    /** A whole message: its beginning and its end. */
    static String message(String text) {
        return text.length() <= MESSAGE
                ? text
                : text.substring(0, cut(text, MESSAGE - END)) + " … " + text.substring(cut(text, text.length() - END));
    }

    /** A place near an index that does not part two halves of a character. */
    private static int cut(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}

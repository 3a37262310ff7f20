package dev.tendril.plugin.tokenizers;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;

/**
 * Parameters of {@code regex}.
 *
 * @param pattern in the syntax of RE2
 * @param matches what its matches are
 * @param join what stands between joined tokens
 */
public record RegexParameters(
        @Param(
                "The pattern, in the syntax of RE2: that of Perl without what makes matching slow (back-references and assertions"
                        + " about what stands before or behind).")
        String pattern,

        @Param("Whether the matches of the pattern are the tokens, or separate them.") @Default("tokens")
        Matches matches,

        @Param("What stands between tokens when they are joined.") @Default("' '")
        String join) {

    /** What the matches of the pattern are. */
    public enum Matches {
        /** The tokens; what lies between them is left out. */
        TOKENS,
        /** What lies between the tokens, and is left out. */
        SEPARATORS
    }

    /** Longest pattern, in UTF-16 units: RE2 reads nested groups by nested calls. */
    private static final int LONGEST = 1000;

    /** Length of a pattern times all its counts: RE2 writes what is repeated so many times so many times. */
    private static final double LARGEST = 2000;

    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("(?<!\\\\[xpP])\\{(\\d+)(?:,(\\d*))?\\}");

    public RegexParameters {
        if (pattern.length() > LONGEST) {
            throw new InvalidParameter(
                    "pattern", "it has " + pattern.length() + " characters; want at most " + LONGEST);
        }
        if (pattern.length() * counts(pattern) > LARGEST) {
            throw new InvalidParameter(
                    "pattern",
                    "its length times its counts, such as {3}, is more than " + (int) LARGEST
                            + "; repeat less, or use * or + instead");
        }
        compiled(pattern);
    }

    /** The product of the counts in a pattern. */
    private static double counts(String pattern) {
        double product = 1;
        java.util.regex.Matcher counts = COUNT.matcher(pattern);
        while (counts.find()) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= Math.max(1, Double.parseDouble(most));
        }
        return product;
    }

    Pattern compiled() {
        return compiled(pattern);
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new InvalidParameter("pattern", "RE2 cannot read it: " + wrong.getMessage());
        }
    }
}

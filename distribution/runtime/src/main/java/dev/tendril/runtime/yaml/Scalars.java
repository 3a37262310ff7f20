package dev.tendril.runtime.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** What plain scalars mean by the core schema of YAML 1.2, chapter 10.3.2: {@code no} is text, {@code 010} is ten. */
public final class Scalars {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> NOT_A_NUMBER = Set.of(".nan", ".NaN", ".NAN");
    private static final Set<String> OLDER_BOOLEANS = Set.of("y", "n", "yes", "no", "on", "off");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOATING = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)");

    /** No number a parameter can hold has more digits. */
    private static final int LONGEST_NUMBER = 400;

    private Scalars() {}

    static boolean isNull(String text) {
        return NULLS.contains(text);
    }

    /** The truth value of a plain scalar, if it is one. */
    public static Optional<Boolean> truth(String text) {
        if (TRUE.contains(text)) {
            return Optional.of(true);
        }
        return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** The whole number of a plain scalar, if it is one that fits. */
    public static OptionalLong whole(String text) {
        Optional<BigInteger> number = text.length() > LONGEST_NUMBER ? Optional.empty() : integer(text);
        return number.filter(each -> each.bitLength() < Long.SIZE)
                .map(each -> OptionalLong.of(each.longValue()))
                .orElse(OptionalLong.empty());
    }

    /** The number of a plain scalar, if it is one; may be infinite or not a number where so written. */
    public static OptionalDouble number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return OptionalDouble.empty();
        }
        if (FLOATING.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        if (INFINITE.matcher(text).matches()) {
            return OptionalDouble.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (NOT_A_NUMBER.contains(text)) {
            return OptionalDouble.of(Double.NaN);
        }
        return integer(text).map(each -> OptionalDouble.of(each.doubleValue())).orElse(OptionalDouble.empty());
    }

    /** Whether some reader of YAML takes this text for anything but text, so that it is better quoted. */
    static boolean ambiguous(String text) {
        return isNull(text)
                || truth(text).isPresent()
                || number(text).isPresent()
                || OLDER_BOOLEANS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Optional<BigInteger> integer(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return Optional.of(new BigInteger(text.substring(2), 8));
        }
        return HEXADECIMAL.matcher(text).matches()
                ? Optional.of(new BigInteger(text.substring(2), 16))
                : Optional.empty();
    }
}

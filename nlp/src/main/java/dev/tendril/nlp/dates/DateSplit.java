package dev.tendril.nlp.dates;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Which calendar dates a data set is made of. Each date belongs to one split, chosen by a hash of its day alone: a date seen in
 * training stands in no other split, in whatever language, style or seed.
 */
public enum DateSplit {
    /** About eight dates of ten. */
    TRAIN,
    /** About one date of ten. */
    VALIDATION,
    /** About one date of ten. */
    TEST;

    /** The split of a date. */
    public static DateSplit of(LocalDate date) {
        return of(date.toEpochDay());
    }

    /** The dates of this split in whole years, as days since 1970-01-01, ascending. */
    int[] days(int fromYear, int toYear) {
        return LongStream.range(
                        LocalDate.of(fromYear, 1, 1).toEpochDay(),
                        LocalDate.of(toYear, 12, 31).toEpochDay() + 1)
                .filter(day -> of(day) == this)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /** Its name in YAML. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static DateSplit of(long day) {
        long tenth = Long.remainderUnsigned(mixed(day), 10);
        if (tenth == 9) {
            return TEST;
        }
        return tenth == 8 ? VALIDATION : TRAIN;
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014) after one step of its counter. */
    private static long mixed(long day) {
        long value = day + 0x9E3779B97F4A7C15L;
        value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
        return value ^ (value >>> 31);
    }
}

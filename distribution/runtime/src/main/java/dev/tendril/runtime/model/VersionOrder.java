package dev.tendril.runtime.model;

import java.util.Comparator;

/** Orders versions such as {@code 1.4.0}: numbers part by part, a release behind its pre-releases ({@code 1.4.0-rc1}). */
enum VersionOrder implements Comparator<String> {
    /** The order. */
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        String[] first = release(left).split("\\.", -1);
        String[] second = release(right).split("\\.", -1);
        for (int part = 0; part < Math.max(first.length, second.length); part++) {
            int order = comparePart(part < first.length ? first[part] : "0", part < second.length ? second[part] : "0");
            if (order != 0) {
                return order;
            }
        }
        return comparePreRelease(
                left.substring(release(left).length()),
                right.substring(release(right).length()));
    }

    private static String release(String version) {
        int end = 0;
        while (end < version.length() && "-+".indexOf(version.charAt(end)) < 0) {
            end++;
        }
        return version.substring(0, end);
    }

    private static int comparePart(String left, String right) {
        boolean numbers = left.matches("[0-9]{1,18}") && right.matches("[0-9]{1,18}");
        return numbers ? Long.compare(Long.parseLong(left), Long.parseLong(right)) : left.compareTo(right);
    }

    private static int comparePreRelease(String left, String right) {
        boolean first = left.startsWith("-");
        boolean second = right.startsWith("-");
        if (first != second) {
            return first ? -1 : 1;
        }
        return first ? left.compareTo(right) : 0;
    }
}

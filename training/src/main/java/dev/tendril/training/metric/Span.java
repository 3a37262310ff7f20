package dev.tendril.training.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of steps that tags put together: {@code B-PER I-PER O} holds one of two steps, of type {@code PER}.
 *
 * @param start its first step
 * @param end the step behind its last
 * @param type what follows the hyphen of its tags; empty if they have none
 */
record Span(int start, int end, String type) {
    private static final Pattern TAG = Pattern.compile("O|([BI])(?:-(.*))?");

    /** Whether this is B, I or O, the first two with a type or without. */
    static boolean isTag(String tag) {
        return TAG.matcher(tag).matches();
    }

    /**
     * The spans of a sequence of tags. B begins one, and so does an I that continues nothing: at the start, after O, or after another
     * type. What is no tag belongs to no span.
     */
    static Set<Span> of(List<String> tags) {
        Set<Span> spans = new HashSet<>();
        Tag open = Tag.outside();
        int start = 0;
        for (int step = 0; step <= tags.size(); step++) {
            Tag tag = step < tags.size() ? Tag.of(tags.get(step)) : Tag.outside();
            if (tag.continues(open)) {
                continue;
            }
            if (open.type().isPresent()) {
                spans.add(new Span(start, step, open.type().get()));
            }
            open = tag;
            start = step;
        }
        return spans;
    }

    /**
     * A tag, taken apart.
     *
     * @param begins whether it begins a span, whatever stands before
     * @param type of the span it belongs to, if it belongs to one
     */
    private record Tag(boolean begins, Optional<String> type) {
        static Tag outside() {
            return new Tag(false, Optional.empty());
        }

        static Tag of(String tag) {
            Matcher matcher = TAG.matcher(tag);
            if (!matcher.matches() || matcher.group(1) == null) {
                return outside();
            }
            String type = matcher.group(2);
            return new Tag(matcher.group(1).equals("B"), Optional.of(type == null ? "" : type));
        }

        boolean continues(Tag open) {
            return !begins && type.isPresent() && type.equals(open.type);
        }
    }
}

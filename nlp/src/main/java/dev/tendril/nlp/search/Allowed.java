package dev.tendril.nlp.search;

import dev.tendril.api.decoding.StepModel;

/**
 * Which tokens may come next. The begin token never comes; the end token not before the sequence is long enough.
 *
 * @param begin the begin token
 * @param end the end token; may equal the begin token, which is then the end
 * @param minimumLength tokens a sequence has at least
 */
record Allowed(int begin, int end, int minimumLength) {
    static Allowed by(StepModel<?> model, int minimumLength) {
        return new Allowed(model.begin(), model.end(), minimumLength);
    }

    /** Whether a token may follow {@code length} tokens. */
    boolean next(int token, int length) {
        return token == end ? length >= minimumLength : token != begin;
    }
}

package dev.tendril.training.metric;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Reference;
import java.util.Locale;

/** What a metric cannot judge, in words that name the metric. */
final class Unsuited {
    private Unsuited() {}

    /**
     * A prediction and a reference of kinds that the metric does not compare.
     *
     * @param judged what it judges, in words
     */
    static TendrilException to(String metric, String judged, Prediction prediction, Reference reference) {
        return new TendrilException("metric '" + metric + "' judges " + judged + "; it was given a " + kind(prediction)
                + " to compare with a " + kind(reference)
                + "; name metrics that suit the head under 'evaluation'");
    }

    /**
     * Checks that as much was predicted as is wanted.
     *
     * @param what they are, in words
     * @throws TendrilException if it was not
     */
    static void unlessAsMany(String metric, String what, int predicted, int wanted) {
        if (predicted != wanted) {
            throw new TendrilException("metric '" + metric + "' compares one by one; it was given " + predicted
                    + " predicted " + what + " for " + wanted + " wanted ones");
        }
    }

    private static String kind(Object judged) {
        return judged.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}

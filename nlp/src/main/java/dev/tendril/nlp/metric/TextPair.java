package dev.tendril.nlp.metric;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A predicted text beside the wanted one; how both are cut is up to the metric.
 *
 * @param predicted the best candidate
 * @param wanted the reference
 */
record TextPair(Prediction.Candidate predicted, Reference.Text wanted) {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    /**
     * The pair of a prediction and a reference.
     *
     * @throws TendrilException if one is no text; names the metric
     */
    static TextPair of(String metric, Prediction prediction, Reference reference) {
        if (prediction instanceof Prediction.Text text && reference instanceof Reference.Text wanted) {
            return new TextPair(text.best(), wanted);
        }
        throw new TendrilException(metric + " judges generated text against text, not "
                + prediction.getClass().getSimpleName() + " against "
                + reference.getClass().getSimpleName() + "; name metrics that suit the head under 'evaluation'");
    }

    /** Whether both are texts. */
    static boolean judged(Prediction prediction, Reference reference) {
        return prediction instanceof Prediction.Text && reference instanceof Reference.Text;
    }

    /** What stands between runs of Unicode white space. */
    static List<String> words(String text) {
        return WHITE_SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    /** Code points of a text. */
    static List<Integer> characters(String text) {
        return text.codePoints().boxed().toList();
    }
}

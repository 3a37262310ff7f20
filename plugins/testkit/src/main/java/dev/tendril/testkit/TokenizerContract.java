package dev.tendril.testkit;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.TokenizerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What Tendril relies on in a tokenizer.
 *
 * @param <P> the tokenizer's parameters
 */
public abstract class TokenizerContract<P extends Record> extends ComponentContract<P> {
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "a",
            "  two  spaces ",
            "tab\tand line\nbreak",
            "é as e\u0301",
            "日本語と한국어",
            "👩‍👩‍👧 and 𝒳",
            "▁#Ġ@@</w>");

    /**
     * The contract of one tokenizer.
     *
     * @param plugin that brings the tokenizer
     * @param examples its name and parameters
     */
    protected TokenizerContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.TOKENIZER, plugin, examples);
    }

    /** Texts that it learns from, and that it is tried on; some of a few languages by default. */
    protected List<String> texts() {
        return List.of(
                "the lower the newest the widest",
                "low lower lowest, new newer newest",
                "Größe läßt größer",
                "нижний новый");
    }

    /** What joining the tokens of a text gives: the text itself, unless the tokenizer promises less. */
    protected String joined(String text) {
        return text;
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Fitted<?, String, Tokenizer> fitted(Trial trial) {
        return ((TokenizerProvider<Record>) trial.provider(TokenizerProvider.class)).create(trial.parameters());
    }

    private Learning<Tokenizer> learning(Trial trial) {
        return Learning.of(trial.registry(), () -> fitted(trial), texts(), looks());
    }

    private List<String> tried() {
        List<String> tried = new ArrayList<>(texts());
        tried.addAll(AWKWARD);
        return tried;
    }

    private List<Function<Tokenizer, String>> looks() {
        List<Function<Tokenizer, String>> looks = new ArrayList<>();
        tried().forEach(text -> looks.add(tokenizer -> tokenizer.tokenize(text).toString()));
        return looks;
    }

    @Override
    final void smoke(Trial trial) {
        learning(trial).smoke();
    }

    @Override
    final List<Check> checks(Trial trial) {
        List<Check> checks = new ArrayList<>(learning(trial).checks());
        checks.add(new Check("joining the tokens of a text gives what is promised", () -> joins(trial)));
        checks.add(new Check("an empty text has no tokens", () -> empty(trial)));
        checks.add(new Check("no token is empty or cuts a character in two", () -> tokens(trial)));
        return checks;
    }

    private void joins(Trial trial) {
        Tokenizer tokenizer = learning(trial).learnt();
        List<String> problems = new ArrayList<>();
        for (String text : tried()) {
            List<String> tokens = tokenizer.tokenize(text);
            String joined = tokenizer.join(tokens);
            if (!joined.equals(joined(text))) {
                problems.add("'" + text + "' is cut into " + tokens + " and joined to '" + joined + "', promised is '"
                        + joined(text) + "'");
            }
        }
        Failures.failIf(
                problems, "join(tokenize(text)) is what joined(text) promises (compared character by character)");
    }

    private void empty(Trial trial) {
        List<String> tokens = learning(trial).learnt().tokenize("");
        Failures.failIf(tokens.isEmpty() ? List.of() : List.of("it has " + tokens), "an empty text has no tokens");
    }

    private void tokens(Trial trial) {
        Tokenizer tokenizer = learning(trial).learnt();
        List<String> problems = new ArrayList<>();
        for (String text : tried()) {
            for (String token : tokenizer.tokenize(text)) {
                if (token.isEmpty() || halves(token)) {
                    problems.add("'" + text + "' has the token '" + token + "'");
                }
            }
        }
        Failures.failIf(problems, "a token holds whole characters, one at least");
    }

    /** Whether a surrogate stands without its other half, so that the token cannot be written as UTF-8. */
    private static boolean halves(String token) {
        return token.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}

package dev.tendril.testkit;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.VocabularyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What Tendril relies on in a vocabulary.
 *
 * @param <P> the vocabulary's parameters
 */
public abstract class VocabularyContract<P extends Record> extends ComponentContract<P> {
    private static final int UNKNOWN = 0;
    private static final int BEGIN = 1;
    private static final int END = 2;

    /**
     * The contract of one way to choose a vocabulary.
     *
     * @param plugin that brings it
     * @param examples its name and parameters
     */
    protected VocabularyContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.VOCABULARY, plugin, examples);
    }

    /** Token lists that it learns from. */
    protected List<List<String>> tokens() {
        return List.of(List.of("b", "a", "b"), List.of(), List.of("é", "a", "b", "𝒳"), List.of("c"));
    }

    /** What it can be for; tokens of sequences and labels by default. */
    protected List<VocabularyProvider.Role> roles() {
        return List.of(VocabularyProvider.Role.values());
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Fitted<?, List<String>, Vocabulary> fitted(Trial trial, VocabularyProvider.Role role) {
        return ((VocabularyProvider<Record>) trial.provider(VocabularyProvider.class)).create(trial.parameters(), role);
    }

    private Learning<Vocabulary> learning(Trial trial, VocabularyProvider.Role role) {
        return Learning.of(trial.registry(), () -> fitted(trial, role), tokens(), looks());
    }

    private List<Function<Vocabulary, String>> looks() {
        List<Function<Vocabulary, String>> looks = new ArrayList<>();
        looks.add(vocabulary -> vocabulary.table().tokens().toString());
        tokens().forEach(list -> list.forEach(token -> looks.add(vocabulary -> token + " is " + vocabulary.id(token))));
        return looks;
    }

    @Override
    final void smoke(Trial trial) {
        roles().forEach(role -> learning(trial, role).smoke());
    }

    @Override
    final List<Check> checks(Trial trial) {
        List<Check> checks = new ArrayList<>();
        for (VocabularyProvider.Role role : roles()) {
            String as = role == VocabularyProvider.Role.TOKENS ? "for tokens: " : "for labels: ";
            for (Check check : learning(trial, role).checks()) {
                checks.add(new Check(as + check.promise(), check.executable()));
            }
            checks.add(new Check(as + "special tokens stand where they should", () -> special(trial, role)));
        }
        return checks;
    }

    private void special(Trial trial, VocabularyProvider.Role role) {
        Vocabulary.Table table = learning(trial, role).learnt().table();
        boolean tokens = role == VocabularyProvider.Role.TOKENS;
        List<String> problems = new ArrayList<>();
        place("unknown", table.unknown().orElse(-1), tokens ? UNKNOWN : -1, problems);
        place("begin", table.begin().orElse(-1), tokens ? BEGIN : -1, problems);
        place("end", table.end().orElse(-1), tokens ? END : -1, problems);
        Failures.failIf(problems, "tokens begin with the unknown, begin and end tokens, labels have none");
    }

    private static void place(String name, int actual, int expected, List<String> problems) {
        if (actual != expected) {
            problems.add("the " + name + " token " + (actual < 0 ? "is missing" : "has the id " + actual)
                    + (expected < 0 ? ", labels have none" : ", want " + expected));
        }
    }
}

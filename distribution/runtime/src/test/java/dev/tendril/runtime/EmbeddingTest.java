package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.runtime.check.LoadOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A larger system trains, loads and asks models in-process. */
final class EmbeddingTest {
    private static final List<String> TEXTS =
            List.of("12 March 2020", "jeudi 14 mai 1998", "2026年3月3日", "3/4/21", "", "Tuesday, 1 July 1997");

    private static Path shared;
    private static Tendril tendril;
    private static Model classifier;
    private static Model translator;

    @BeforeAll
    static void train(@TempDir Path folder) {
        shared = folder;
        tendril = Tendril.builder().threads(2).build();
        classifier = tendril.train(ModelFiles.classifier(shared), TrainOptions.defaults())
                .model();
        translator = tendril.train(ModelFiles.translator(shared), TrainOptions.defaults())
                .model();
    }

    @AfterAll
    static void close() {
        tendril.close();
    }

    @Test
    void aModelLoadsFromAPathAndFromBytesToTheSameBits() throws IOException {
        Path archive = shared.resolve("dates.tendril");
        translator.save(archive);

        for (Model loaded : List.of(tendril.load(archive), tendril.load(Files.readAllBytes(archive)))) {
            assertThat(loaded.name()).isEqualTo("dates");
            assertThat(loaded.inputs()).containsExactly("source");
            assertThat(loaded.parameters()).isEqualTo(translator.parameters());
            assertThat(loaded.architecture()).isEqualTo("many-to-many, encoder–decoder");
            assertThat(loaded.predict(inputs("source"))).isEqualTo(translator.predict(inputs("source")));
        }
    }

    @Test
    void aLoadedModelSavesToTheSameBytes() throws IOException {
        Path first = shared.resolve("first.tendril");
        Path second = shared.resolve("second.tendril");
        translator.save(first);
        tendril.load(first).save(second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void eightThreadsPredictTheBitsOfOne() throws InterruptedException, ExecutionException {
        List<Predictions> serial = TEXTS.stream().map(classifier::predict).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> thousand = () -> {
                int equal = 0;
                for (int i = 0; i < 1000; i++) {
                    int text = i % TEXTS.size();
                    equal += classifier.predict(TEXTS.get(text)).equals(serial.get(text)) ? 1 : 0;
                }
                return equal;
            };
            for (Future<Integer> equal : threads.invokeAll(Collections.nCopies(8, thousand))) {
                assertThat(equal.get()).isEqualTo(1000);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBatchGivesTheBitsOfOneByOne() {
        for (Map.Entry<Model, String> model :
                Map.of(classifier, "written", translator, "source").entrySet()) {
            List<Predictions> together = model.getKey().predict(inputs(model.getValue()));
            List<Predictions> alone = inputs(model.getValue()).stream()
                    .map(input -> model.getKey().predict(input))
                    .toList();
            assertThat(together).isEqualTo(alone);
        }
    }

    @Test
    void noInputsGiveNoPredictions() {
        assertThat(classifier.predict(List.of())).isEmpty();
    }

    @Test
    void labelsComeWithAllProbabilitiesLikeliestFirst() {
        Prediction.Label label =
                (Prediction.Label) classifier.predict("12 March 2020").only();

        assertThat(label.probabilities().keySet()).containsExactlyInAnyOrder("en", "fr", "ja");
        assertThat(label.probabilities().keySet().iterator().next()).isEqualTo(label.label());
        assertThat(List.copyOf(label.probabilities().values())).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(label.probabilities().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, offset(1e-6)); // three float32 roundings
    }

    @Test
    void textsComeWithTokensAndAnAlignmentOverTheSource() {
        Prediction.Text text =
                (Prediction.Text) translator.predict("12 March 2020").only();

        assertThat(text.candidates()).hasSize(1);
        assertThat(text.best().text()).isEqualTo(String.join("", text.best().tokens()));
        assertThat(text.best().alignment()).hasSameSizeAs(text.best().tokens());
        assertThat(text.best().alignment())
                .allSatisfy(weights -> assertThat(weights).hasSize("12 March 2020".length()));
    }

    @Test
    void aGeneratedTextIsCutAtTwiceTheLongestTrainingTargetAndTen() {
        Prediction.Text text =
                (Prediction.Text) translator.predict("12 March 2020").only();

        assertThat(text.best().tokens()).hasSizeLessThanOrEqualTo(2 * "2020-03-12".length() + 10);
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> classifier.predict(new Input(Map.of())))
                .isInstanceOf(TendrilException.class)
                .hasMessage("input 1: the field 'written' is missing; the model wants [written]");
    }

    @Test
    void anUnknownFieldIsNamed() {
        List<Input> inputs = List.of(
                Input.text("written", "x"),
                new Input(Map.of("written", new Raw.Text("x"), "writen", new Raw.Text("y"))));
        assertThatThrownBy(() -> classifier.predict(inputs))
                .isInstanceOf(TendrilException.class)
                .hasMessage("input 2: the model has no field 'writen', it wants [written]");
    }

    @Test
    void aClosedModelSaysSo() {
        Model model = tendril.train(
                        ModelFiles.changed(ModelFiles.classifier(shared), "short.yaml", "epochs: 3", "epochs: 1"),
                        TrainOptions.defaults())
                .model();
        model.close();
        model.close();

        assertThatThrownBy(() -> model.predict("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model is closed");
    }

    @Test
    void trainingReportsToItsListener() {
        List<TrainingEvent> events = new ArrayList<>();
        TrainingResult result = tendril.train(
                ModelFiles.classifier(shared), TrainOptions.defaults().withListener(events::add));

        assertThat(events.get(0)).isInstanceOf(TrainingEvent.Started.class);
        assertThat(events.get(events.size() - 1)).isEqualTo(result.finished());
        assertThat(events.stream().filter(TrainingEvent.EpochEnded.class::isInstance))
                .hasSize(3);
        assertThat(result.finished().reason()).isEqualTo(TrainingEvent.Reason.EPOCHS);
        assertThat(result.metrics().keySet()).startsWith("loss").contains("accuracy");
    }

    @Test
    void trainingStopsByItsToken() {
        CancellationToken token = new CancellationToken();
        AtomicInteger steps = new AtomicInteger();
        TrainingResult result = tendril.train(
                ModelFiles.classifier(shared),
                TrainOptions.defaults().withCancellation(token).withListener(event -> {
                    if (event instanceof TrainingEvent.Stepped && steps.incrementAndGet() == 3) {
                        token.cancel();
                    }
                }));

        assertThat(result.finished().reason()).isEqualTo(TrainingEvent.Reason.CANCELLED);
        assertThat(steps.get()).isEqualTo(3);
        assertThat(result.model().predict("12 March 2020").only()).isInstanceOf(Prediction.Label.class);
    }

    @Test
    void aModelIsJudgedOnTheDataItsFileNames() throws IOException {
        Path archive = shared.resolve("judged.tendril");
        translator.save(archive);

        Map<String, Double> metrics = tendril.evaluate(tendril.load(archive), "test", shared, LoadOptions.none());

        assertThat(metrics.keySet()).startsWith("loss", "perplexity");
        assertThat(metrics).containsKeys("loss", "perplexity", "exact_match");
        assertThat(metrics).containsEntry("perplexity", Math.exp(metrics.getOrDefault("loss", Double.NaN)));
    }

    @Test
    void theValidationMetricsAreThoseOfTheModelThatIsReturned() {
        TrainingResult result = tendril.train(ModelFiles.translator(shared), TrainOptions.defaults());

        assertThat(tendril.evaluate(result.model(), "validation", shared, LoadOptions.none()))
                .isEqualTo(result.metrics());
    }

    @Test
    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() throws IOException {
        Path file = ModelFiles.translator(shared);
        Path reference = shared.resolve("reference.tendril");
        translator.save(reference);
        for (int threads : new int[] {1, 3}) {
            try (Tendril other = Tendril.builder().threads(threads).build()) {
                Path archive = shared.resolve(threads + ".tendril");
                other.train(file, TrainOptions.defaults()).model().save(archive);
                assertThat(archive).hasSameBinaryContentAs(reference);
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        Path file = ModelFiles.changed(ModelFiles.classifier(shared), "other.yaml", "seed: 7", "seed: 8");

        assertThat(tendril.train(file, TrainOptions.defaults()).model().predict("12 March 2020"))
                .isNotEqualTo(classifier.predict("12 March 2020"));
    }

    @Test
    void theCallersExecutorLendsItsThreadsAndChangesNoBit() {
        Path file = ModelFiles.changed(ModelFiles.classifier(shared), "wide.yaml", "units: 11", "units: 199");
        Path quick = ModelFiles.changed(
                ModelFiles.changed(file, "few.yaml", "count: 300", "count: 64"),
                "quick.yaml",
                "epochs: 3",
                "epochs: 1");
        AtomicInteger tasks = new AtomicInteger();
        ExecutorService lent = Executors.newFixedThreadPool(2);
        try (Tendril borrowing = Tendril.builder()
                        .threads(2)
                        .executor(task -> {
                            tasks.incrementAndGet();
                            lent.execute(task);
                        })
                        .build();
                Tendril alone = Tendril.builder().threads(1).build()) {
            Set<String> before = engineThreads();
            Predictions predictions =
                    borrowing.train(quick, TrainOptions.defaults()).model().predict(ModelFiles.DATE);

            assertThat(engineThreads()).isEqualTo(before);
            assertThat(tasks.get()).isPositive();
            assertThat(predictions)
                    .isEqualTo(
                            alone.train(quick, TrainOptions.defaults()).model().predict(ModelFiles.DATE));
        } finally {
            lent.shutdownNow();
        }
    }

    @Test
    void afterCloseNoThreadOfOursLives() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Tendril passing = Tendril.builder().threads(4).build()) {
            passing.train(
                    ModelFiles.changed(ModelFiles.classifier(shared), "one.yaml", "epochs: 3", "epochs: 1"),
                    TrainOptions.defaults());
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("tendril")) {
                thread.join(5000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void nothingIsPrintedAndTheContextClassLoaderIsNeverAsked() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            Thread.currentThread().setContextClassLoader(new Forbidden());
            wholeWay();
        } finally {
            Thread.currentThread().setContextClassLoader(context);
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void wholeWay() throws IOException {
        Path archive = shared.resolve("way.tendril");
        try (Tendril fresh = Tendril.builder().threads(2).build()) {
            fresh.train(ModelFiles.classifier(shared), TrainOptions.defaults())
                    .model()
                    .save(archive);
            assertThat(fresh.load(archive).predict(ModelFiles.DATE)).isEqualTo(classifier.predict(ModelFiles.DATE));
        }
    }

    @Test
    void theEngineSaysHowItComputesAndWhy() {
        assertThat(tendril.engine().describe())
                .startsWith("float32, 2 threads, ")
                .containsPattern("vector|scalar");
        try (Tendril exact =
                Tendril.builder().precision(Precision.FLOAT64).threads(1).build()) {
            assertThat(exact.engine().describe())
                    .startsWith("float64, 1 thread, ")
                    .contains("scalar");
        }
    }

    @Test
    void parametersAreCountedWithoutBeingAllocated() {
        Map<String, Long> counts = tendril.parameterCounter()
                .count(
                        tendril.validate(ModelFiles.classifier(shared)),
                        Map.of("V(written)", 1_000_003L, "V(language)", 3L));

        assertThat(counts).containsEntry("embedded.table", 7 * 1_000_003L);
        assertThat(counts.keySet()).noneMatch(path -> path.startsWith("pooled."));
        assertThat(counts.entrySet().stream()
                        .filter(count -> count.getKey().startsWith("language_head."))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(22 * 3 + 3);
    }

    private static List<Input> inputs(String field) {
        return TEXTS.stream().map(text -> Input.text(field, text)).toList();
    }

    private static Set<String> engineThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tendril"))
                .collect(Collectors.toSet());
    }

    /** A class loader that nobody may ask. */
    private static final class Forbidden extends ClassLoader {
        Forbidden() {
            super(null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) {
            throw new AssertionError("the context class loader was asked for class " + name);
        }

        @Override
        public URL getResource(String name) {
            throw new AssertionError("the context class loader was asked for " + name);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            throw new AssertionError("the context class loader was asked for " + name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            throw new AssertionError("the context class loader was asked for " + name);
        }

        @Override
        public Stream<URL> resources(String name) {
            throw new AssertionError("the context class loader was asked for " + name);
        }
    }
}

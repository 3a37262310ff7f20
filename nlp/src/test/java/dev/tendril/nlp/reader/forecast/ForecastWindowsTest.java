package dev.tendril.nlp.reader.forecast;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static dev.tendril.nlp.reader.TestFolder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.tensor.Shape;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForecastWindowsTest {
    /** Row i holds the load i², the price 100 − i and a note that is no number. */
    private static final String TABLE = "hour,load,price,note\n"
            + IntStream.range(0, 23)
                    .mapToObj(i -> "h" + i + "," + i * i + ", " + (100 - i) + ",none\n")
                    .collect(Collectors.joining());

    private static final List<String> BOTH = List.of("load", "price");

    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void aWindowIsAHistoryAndWhatComesNext() {
        List<Example> windows =
                windows(TABLE, new Given().inputs(BOTH).length(3).horizon(2));
        assertThat(windows).hasSize(23 - 3 - 2 + 1);
        Example first = windows.get(0);
        assertThat(first.values())
                .containsEntry("history", matrix(3, 2, 0, 100, 1, 99, 4, 98))
                .containsEntry("next", vector(9, 16))
                .containsEntry("future", matrix(2, 1, 9, 16))
                .containsEntry("naive", vector(4, 4));
        assertThat(first.origin()).isEqualTo("t.csv:5");
        assertThat(windows.get(18).values()).containsEntry("next", vector(441, 484));
    }

    @Test
    void severalTargetsStandStepByStep() {
        Example second = windows(
                        TABLE, new Given().targets(BOTH).length(5).horizon(3).season(2))
                .get(1);
        assertThat(second.values())
                .containsEntry("next", vector(36, 94, 49, 93, 64, 92))
                .containsEntry("future", matrix(3, 2, 36, 94, 49, 93, 64, 92))
                .containsEntry("naive", vector(16, 96, 25, 95, 16, 96));
    }

    @Test
    void theNaiveForecastRepeatsTheLastSeasonThatIsKnown() {
        Example first =
                windows(TABLE, new Given().length(2).horizon(7).season(3)).get(0);
        assertThat(first.values()).containsEntry("naive", vector(0, 1, 4, 0, 1, 4, 0));
        assertThat(first.origin()).isEqualTo("t.csv:5"); // a season and a history lie before the first target
    }

    @Test
    void targetsLieBetweenFromAndToAndHistoriesMayReachBefore() {
        List<Example> windows =
                windows(TABLE, new Given().length(3).horizon(2).from(10).to(15).stride(2));
        assertThat(windows).extracting(Example::origin).containsExactly("t.csv:12", "t.csv:14");
        assertThat(windows.get(0).values())
                .containsEntry("history", matrix(3, 1, 49, 64, 81))
                .containsEntry("next", vector(100, 121));
        assertThat(windows.get(1).values()).containsEntry("next", vector(144, 169));
    }

    @Test
    void theScaleIsTakenFromTheRowsBeforeTheForecasts() {
        int season = 3;
        Example window = windows(
                        TABLE,
                        new Given()
                                .targets(BOTH)
                                .length(2)
                                .horizon(2)
                                .season(season)
                                .from(11))
                .get(0);
        double naive = IntStream.range(season, 11)
                .mapToDouble(i -> Math.abs(i * i - (i - season) * (i - season)))
                .average()
                .orElseThrow();
        assertVector(window, "naive_error", naive, season, naive, season);
        double[] loads = IntStream.range(0, 11).mapToDouble(i -> i * i).toArray();
        assertVector(window, "deviation", deviation(loads), Math.sqrt(10), deviation(loads), Math.sqrt(10));
    }

    @Test
    void theScaleOfForecastsFromTheStartIsTakenFromAllTheirRows() {
        Example window = windows(TABLE, new Given().length(2).to(13)).get(0);
        double naive =
                IntStream.range(1, 13).mapToDouble(i -> 2 * i - 1).average().orElseThrow();
        assertVector(window, "naive_error", naive);
        assertVector(
                window,
                "deviation",
                deviation(IntStream.range(0, 13).mapToDouble(i -> i * i).toArray()));
    }

    @Test
    void theScaleMayBeTakenFromOtherRows() {
        Example window =
                windows(TABLE, new Given().length(2).from(11).scaleTo(5)).get(0);
        double[] loads = IntStream.range(0, 5).mapToDouble(i -> i * i).toArray();
        assertVector(window, "deviation", deviation(loads));
        assertVector(window, "naive_error", (1 + 3 + 5 + 7) / 4.0);
    }

    @Test
    void theTimeOfTheFirstTargetIsAKeyIfItsColumnIsNamed() {
        folder.write("t.csv", TABLE);
        ForecastWindowsParameters timed = new Given().time("hour").parameters();
        assertThat(windows(TABLE, new Given().length(7).time("hour")).get(0).values())
                .containsEntry("time", text("h7"));
        assertThat(new ForecastWindowsProvider().create(timed, folder).keys())
                .contains(Set.of("history", "next", "future", "naive", "naive_error", "deviation", "time"));
        assertThat(new ForecastWindowsProvider()
                        .create(new Given().parameters(), folder)
                        .keys())
                .contains(Set.of("history", "next", "future", "naive", "naive_error", "deviation"));
    }

    @Test
    void everyOpeningReadsTheTableAnew() {
        folder.write("t.csv.gz", gzip(TABLE));
        ForecastWindowsParameters parameters = new Given().file("t.csv.gz").parameters();
        Reader reader = new ForecastWindowsProvider().create(parameters, folder);
        ExampleStream stream = reader.open();
        Example first = stream.next();
        assertThat(read(reader).get(0)).isEqualTo(first);
        stream.close();
        assertThat(stream.hasNext()).isFalse();
    }

    @Test
    void aMissingColumnIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> windows(TABLE, new Given().targets(List.of("laod"))))
                .isInstanceOf(DataException.class)
                .hasMessage("t.csv:1: the header names no column 'laod'; there are hour, load, price, note");
        assertThatThrownBy(() -> windows(TABLE, new Given().time("date")))
                .hasMessage("t.csv:1: the header names no column 'date'; there are hour, load, price, note");
        assertThatThrownBy(() -> windows("load,load\n1,2\n", new Given()))
                .hasMessage("t.csv:1: the header names two columns 'load'; rename one");
        assertThatThrownBy(() -> windows("", new Given()))
                .hasMessage("t.csv:1: the file is empty; name its columns in the first row");
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsPlaceAndColumn() {
        for (String cell : List.of("n/a", "", "NaN", "0x1p3", "1e999", "1,5", "1f")) {
            assertThatThrownBy(() -> windows("load\n1\n\"" + cell + "\"\n3\n4\n5\n", new Given()))
                    .isInstanceOf(DataException.class)
                    .hasMessage("t.csv:3: the column 'load' holds '" + cell
                            + "', which is no number; a series has one at every step, so fill the gap or leave out the rows"
                            + " before it");
        }
        assertThatThrownBy(() -> windows("load,price\n1,2\n3\n", new Given()))
                .hasMessage(
                        "t.csv:3: the row has 1 column where t.csv:1 names 2 columns; correct the row, or remove it");
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> windows(TABLE, new Given().length(20).horizon(5)))
                .isInstanceOf(DataException.class)
                .hasMessage("t.csv: the table has too few rows, 23, for a window: with this length, horizon, season and"
                        + " 'from' the first needs 25");
        assertThatThrownBy(() -> windows(TABLE, new Given().to(24)))
                .hasMessage("t.csv: the table has 23 rows, fewer than 'to', 24; lower it");
    }

    @Test
    void parametersThatCannotBeAreRefused() {
        assertRefused(new Given().inputs(List.of()), "no column is named; name at least one");
        assertRefused(new Given().targets(List.of("x", "x")), "the column 'x' is named twice; name it once");
        assertRefused(
                new Given().season(4).from(4),
                "the scale of errors is taken from the rows before row 4, too few for a season of 4; start at row 5 or"
                        + " later, or at 0");
        assertRefused(
                new Given().length(3).horizon(2).from(7).to(8),
                "no window of this length, horizon and season ends before row 8; the first ends before row 9");
    }

    private static void assertRefused(Given given, String message) {
        assertThatThrownBy(given::parameters)
                .isInstanceOf(InvalidParameter.class)
                .hasMessage(message);
    }

    private List<Example> windows(String table, Given given) {
        folder.write("t.csv", table);
        return read(new ForecastWindowsProvider().create(given.parameters(), folder));
    }

    private static Raw matrix(int rows, int columns, double... values) {
        return new Raw.Numbers(Shape.of(rows, columns), values);
    }

    /** Sums in another order than the reader's: exact to the last digits alone. */
    private static void assertVector(Example example, String key, double... expected) {
        Raw.Numbers numbers =
                (Raw.Numbers) Objects.requireNonNull(example.values().get(key));
        assertThat(numbers.shape()).isEqualTo(Shape.of(expected.length));
        assertThat(numbers.values()).containsExactly(expected, within(1e-12));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }

    /** Parameters, of which a test says what matters to it. */
    private static final class Given {
        private String file = "t.csv";
        private List<String> inputs = List.of("load");
        private List<String> targets = List.of("load");
        private int length = 1;
        private int horizon = 1;
        private int season = 1;
        private int from;
        private Optional<Integer> to = Optional.empty();
        private int stride = 1;
        private Optional<String> time = Optional.empty();
        private Optional<Integer> scaleTo = Optional.empty();

        ForecastWindowsParameters parameters() {
            return new ForecastWindowsParameters(
                    file, inputs, targets, length, horizon, season, from, to, stride, time, scaleTo);
        }

        Given scaleTo(int row) {
            scaleTo = Optional.of(row);
            return this;
        }

        Given file(String name) {
            file = name;
            return this;
        }

        Given inputs(List<String> columns) {
            inputs = columns;
            return this;
        }

        Given targets(List<String> columns) {
            targets = columns;
            return this;
        }

        Given length(int steps) {
            length = steps;
            return this;
        }

        Given horizon(int steps) {
            horizon = steps;
            return this;
        }

        Given season(int steps) {
            season = steps;
            return this;
        }

        Given from(int row) {
            from = row;
            return this;
        }

        Given to(int row) {
            to = Optional.of(row);
            return this;
        }

        Given stride(int rows) {
            stride = rows;
            return this;
        }

        Given time(String column) {
            time = Optional.of(column);
            return this;
        }
    }
}

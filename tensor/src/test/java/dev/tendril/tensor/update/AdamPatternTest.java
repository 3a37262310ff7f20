package dev.tendril.tensor.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adam is found in programs, however it is written down, and gives the bits of the steps that it joins. */
class AdamPatternTest {
    private static final int ELEMENTS = 2077; // two blocks and a bit
    private static final double[] GIVEN = {0.01, 1.5};

    private final Value.Place parameter = new Value.Place();
    private final Value.Place gradient = new Value.Place();
    private final Value.Place m = new Value.Place();
    private final Value.Place v = new Value.Place();
    private final Value.Given rate = new Value.Given();
    private final Value.Given correction = new Value.Given();

    private Value mean(Value g) {
        return Value.combine(Binary.PLUS, Value.affine(0.9, 0, m), Value.affine(0.1, 0, g));
    }

    private Value square(Value g) {
        Value squared = Value.combine(Binary.TIMES, g, g);
        return Value.combine(Binary.PLUS, Value.affine(0.99, 0, v), Value.affine(0.01, 0, squared));
    }

    private Value root(Value square) {
        return Value.affine(1, 1e-8, Value.map(Unary.SQRT, Value.combine(Binary.TIMES, square, correction)));
    }

    private Value moved(Value mean, Value root) {
        Value numerator = Value.combine(Binary.TIMES, mean, rate);
        return Value.combine(Binary.MINUS, parameter, Value.combine(Binary.DIVIDE, numerator, root));
    }

    private ElementProgram program(Value moved, Value mean, Value square) {
        return ElementProgram.of(
                List.of(parameter, gradient, m, v),
                List.of(rate, correction),
                List.of(
                        new ElementProgram.Output(parameter, moved),
                        new ElementProgram.Output(m, mean),
                        new ElementProgram.Output(v, square)));
    }

    private ElementProgram adam() {
        Value mean = mean(gradient);
        Value square = square(gradient);
        return program(moved(mean, root(square)), mean, square);
    }

    @Test
    void adamBecomesOneKernel() {
        assertThat(adam().kernels()).isEqualTo(1);
    }

    @Test
    void adamThatCorrectsItsMeansOneByOneBecomesOneKernel() {
        Value mean = mean(gradient);
        Value square = square(gradient);
        Value quotient = Value.combine(Binary.DIVIDE, Value.affine(1.25, 0, mean), root(square));
        Value moved = Value.combine(Binary.MINUS, parameter, Value.combine(Binary.TIMES, quotient, rate));
        assertThat(program(moved, mean, square).kernels()).isEqualTo(1);
    }

    @Test
    void whatIsComputedBeforeAdamStaysBefore() {
        Value decayed = Value.combine(Binary.PLUS, gradient, Value.affine(0.1, 0, parameter));
        Value mean = mean(decayed);
        Value square = square(decayed);
        assertThat(program(moved(mean, root(square)), mean, square).kernels()).isEqualTo(2);
    }

    @Test
    void aRootThatSomebodyElseReadsIsComputed() {
        Value mean = mean(gradient);
        Value square = square(gradient);
        Value root = root(square);
        Value shown = Value.combine(Binary.TIMES, mean, root);
        assertThat(program(moved(mean, root), shown, square).kernels()).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void theBitsAreThoseOfTheStepsItJoins(Precision precision) {
        List<double[]> joined = run(adam(), precision);
        assertThat(joined.get(0)).isNotEqualTo(run(adam(), precision, 0).get(0));
        List<double[]> apart = run(separate(), precision);
        for (int place = 0; place < joined.size(); place++) {
            assertThat(joined.get(place)).isEqualTo(apart.get(place));
        }
    }

    /** The same with the root shown in a fifth place, which keeps the steps apart. */
    private ElementProgram separate() {
        Value mean = mean(gradient);
        Value square = square(gradient);
        Value root = root(square);
        Value.Place shown = new Value.Place();
        ElementProgram program = ElementProgram.of(
                List.of(parameter, gradient, m, v, shown),
                List.of(rate, correction),
                List.of(
                        new ElementProgram.Output(parameter, moved(mean, root)),
                        new ElementProgram.Output(m, mean),
                        new ElementProgram.Output(v, square),
                        new ElementProgram.Output(shown, root)));
        assertThat(program.kernels()).isGreaterThan(3);
        return program;
    }

    private static List<double[]> run(ElementProgram program, Precision precision) {
        return run(program, precision, 3);
    }

    /** What the first four places hold after some updates. */
    private static List<double[]> run(ElementProgram program, Precision precision, int updates) {
        Kernels kernels = Kernels.choose(precision, Kernels.Vectors.AUTO);
        Random random = new Random(7);
        List<Span> spans = new ArrayList<>();
        for (int place = 0; place < 5; place++) {
            Storage storage = Storage.allocate(precision, ELEMENTS + 3);
            for (int i = 0; i < storage.length(); i++) {
                storage.set(i, place == 3 ? random.nextDouble() : random.nextGaussian());
            }
            spans.add(new Span(storage, 3));
        }
        List<Span> bound = spans.subList(0, program.places());
        Storage numbers = Storage.allocate(precision, program.numbers());
        Storage scratch = Storage.allocate(precision, program.scratch());
        program.prepare(kernels.elementwise(), GIVEN, numbers);
        for (int update = 0; update < updates; update++) {
            program.run(kernels.elementwise(), bound, ELEMENTS, numbers, scratch, 0, ElementProgram.blocks(ELEMENTS));
        }
        return spans.subList(0, 4).stream()
                .map(span -> span.storage().toDoubles(span.at(), ELEMENTS))
                .toList();
    }
}

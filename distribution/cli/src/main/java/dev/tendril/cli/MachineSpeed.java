package dev.tendril.cli;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** How fast this machine computes; rough on purpose, since it must not take long. */
final class MachineSpeed {
    private static final int SIZE = 512;
    private static final int SMALL = 64;
    private static final long WARM = 1_000_000_000L;
    private static final long LONG_ENOUGH = 500_000_000L;
    private static final int EPOCHS = 6;

    private MachineSpeed() {}

    /** Billions of operations a second in the product of two square matrices, the best of many. */
    static double matrixProduct(Engine engine) {
        bestProduct(engine, SMALL, WARM); // the JVM compiles what is used often; small ones are often used soon
        return 2.0 * SIZE * SIZE * SIZE / bestProduct(engine, SIZE, LONG_ENOUGH);
    }

    /** Nanoseconds of the fastest of the products that fit into a time. */
    private static long bestProduct(Engine engine, int size, long time) {
        Tensor constant = engine.constant(Shape.of(size, size), new float[size * size]);
        long best = Long.MAX_VALUE;
        long started = System.nanoTime();
        while (System.nanoTime() - started < time) {
            try (Pass pass = engine.open(PassOptions.inference())) { // its memory is free again at its end
                Tensor left = pass.ones(Shape.of(size, size));
                long before = System.nanoTime();
                left.matmul(constant);
                best = Math.min(best, System.nanoTime() - before);
            }
        }
        return best;
    }

    /** Milliseconds of one update of a small classifier with an LSTM, the median of an epoch after the first ones. */
    static double lstmUpdate(Tendril tendril) throws IOException {
        Path file = Files.createTempFile("tendril", ".yaml");
        List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
        try (InputStream in = MachineSpeed.class.getResourceAsStream("speed.yaml")) {
            Files.write(file, Objects.requireNonNull(in, "speed.yaml").readAllBytes());
            TrainOptions options = TrainOptions.defaults().withListener(event -> {
                if (event instanceof TrainingEvent.Stepped step && step.epoch() == EPOCHS) {
                    seconds.add(step.seconds());
                }
            });
            tendril.train(file, options).model().close();
            Collections.sort(seconds);
            return 1e3 * seconds.get(seconds.size() / 2);
        } finally {
            Files.delete(file);
        }
    }
}

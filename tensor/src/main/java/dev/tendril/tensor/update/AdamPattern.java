package dev.tendril.tensor.update;

import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.update.ElementProgram.Registers;
import dev.tendril.tensor.update.ElementProgram.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds Adam in a program, whoever wrote the equation: four steps that move two means, take the root of one and move the parameter, each
 * in its place. They become one step that passes memory once.
 */
final class AdamPattern {
    private static final int STEPS = 4;
    private static final Kernel MEAN = new Kernel.Four(Quaternary.SUM_OF_PRODUCTS);
    private static final Kernel SQUARE = new Kernel.Four(Quaternary.SUM_WITH_SQUARE);
    private static final Kernel ROOT = new Kernel.Three(Ternary.ROOT_PLUS);
    private static final Kernel PARAMETER = new Kernel.Four(Quaternary.MINUS_QUOTIENT);

    private AdamPattern() {}

    /**
     * The steps, with Adam as one of them.
     *
     * @param registers what they hold
     */
    static List<Step> joined(List<Step> steps, Registers registers) {
        List<Step> joined = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            List<Step> four = steps.subList(at, Math.min(steps.size(), at + STEPS));
            if (four.size() == STEPS
                    && matches(four, registers)
                    && isReadOnce(four.get(2).result(), steps.subList(at + STEPS - 1, steps.size()))) {
                joined.add(together(four));
                at += STEPS - 1;
            } else {
                joined.add(steps.get(at));
            }
        }
        return joined;
    }

    private static boolean matches(List<Step> steps, Registers registers) {
        Step mean = steps.get(0);
        Step square = steps.get(1);
        Step root = steps.get(2);
        Step parameter = steps.get(3);
        return mean.kernel().equals(MEAN)
                && square.kernel().equals(SQUARE)
                && root.kernel().equals(ROOT)
                && parameter.kernel().equals(PARAMETER)
                && inPlace(mean)
                && inPlace(square)
                && inPlace(parameter)
                && mean.operands()[2] == square.operands()[2]
                && root.operands()[0] == square.result()
                && registers.isScratch(root.result())
                && parameter.operands()[1] == mean.result()
                && parameter.operands()[3] == root.result()
                && numbers(registers, mean, 1, 3)
                && numbers(registers, square, 1, 3)
                && numbers(registers, root, 1, 2)
                && numbers(registers, parameter, 2);
    }

    private static boolean isReadOnce(int register, List<Step> steps) {
        return steps.stream()
                        .flatMapToInt(step -> Arrays.stream(step.operands()))
                        .filter(operand -> operand == register)
                        .count()
                == 1;
    }

    private static boolean inPlace(Step step) {
        return step.operands()[0] == step.result();
    }

    private static boolean numbers(Registers registers, Step step, int... operands) {
        for (int operand : operands) {
            if (!registers.isNumber(step.operands()[operand])) {
                return false;
            }
        }
        return true;
    }

    private static Step together(List<Step> steps) {
        int[] mean = steps.get(0).operands();
        int[] square = steps.get(1).operands();
        int[] root = steps.get(2).operands();
        int[] parameter = steps.get(3).operands();
        int[] operands = {
            parameter[0],
            mean[2],
            mean[0],
            square[0],
            mean[1],
            mean[3],
            square[1],
            square[3],
            parameter[2],
            root[1],
            root[2]
        };
        return new Step(new Kernel.Adam(), operands, parameter[0]);
    }
}

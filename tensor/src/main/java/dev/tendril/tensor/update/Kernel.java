package dev.tendril.tensor.update;

import dev.tendril.tensor.kernel.AdamNumbers;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Strided;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.kernel.Unary;

/** A kernel with what is fixed of its call. */
sealed interface Kernel {
    /**
     * Computes so many elements.
     *
     * @param registers of the program
     * @param in which of them are the operands, in their order
     */
    void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count);

    /** f(x). */
    record Map(Unary function) implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            on.unary(function, registers[in[0]], y, 1, count);
        }
    }

    /** scale · x + shift. */
    record Scale(double scale, double shift) implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            on.affine(scale, shift, registers[in[0]], y, 1, count);
        }
    }

    /** f(a, b). */
    record Two(Binary function) implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            on.binary(function, registers[in[0]], registers[in[1]], y, 1, count);
        }
    }

    /** f(a, b, c). */
    record Three(Ternary function) implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            on.ternary(function, registers[in[0]], registers[in[1]], registers[in[2]], y, 1, count);
        }
    }

    /** f(a, b, c, d). */
    record Four(Quaternary function) implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            on.quaternary(
                    function, registers[in[0]], registers[in[1]], registers[in[2]], registers[in[3]], y, 1, count);
        }
    }

    /**
     * {@link Elementwise#adam}; operands are the parameter, its gradient, m, v, and the numbers in the order of {@link AdamNumbers}. Writes
     * the parameter, m and v.
     */
    record Adam() implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            AdamNumbers numbers = new AdamNumbers(
                    number(registers[in[4]]),
                    number(registers[in[5]]),
                    number(registers[in[6]]),
                    number(registers[in[7]]),
                    number(registers[in[8]]),
                    number(registers[in[9]]),
                    number(registers[in[10]]));
            on.adam(numbers, registers[in[0]], registers[in[1]], registers[in[2]], registers[in[3]], count);
        }

        private static double number(Strided register) {
            return register.storage().get(register.at());
        }
    }

    /** mask ≠ 0 ? a : b. */
    record Choice() implements Kernel {
        @Override
        public void run(Elementwise on, Strided[] registers, int[] in, Strided y, int count) {
            on.select(registers[in[0]], registers[in[1]], registers[in[2]], y, 1, count);
        }
    }
}

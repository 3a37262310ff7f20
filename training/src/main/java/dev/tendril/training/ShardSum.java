package dev.tendril.training;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the losses and gradients of the shards of a batch as they come, in a tree that depends on their number alone: neighbours first,
 * then the sums of two, then those of four. What is left when the last shard has come is added from the right, so that seven shards are
 * {@code ((1 + 2) + (3 + 4)) + ((5 + 6) + 7)}. No more sums wait at once than the number of shards has binary digits.
 */
final class ShardSum {
    private final List<Parameter> order;
    private final Deque<Waiting> waiting =
            new ArrayDeque<>(); // the latest first, each of more shards than the one before it

    /**
     * Nothing yet.
     *
     * @param order of the parameters in every sum
     */
    ShardSum(List<Parameter> order) {
        this.order = order;
    }

    /**
     * What one or more shards give.
     *
     * @param loss their part of the loss
     * @param gradients by parameter, of those that their loss depends on
     */
    record Part(double loss, Map<Parameter, Tensor> gradients) {}

    private record Waiting(int shards, Part sum) {}

    /** Takes what a shard gives, before its pass closes. */
    void add(Part shard, Pass pass) {
        int shards = 1;
        Part sum = shard;
        while (!waiting.isEmpty() && waiting.element().shards() == shards) {
            sum = plus(waiting.remove().sum(), sum, pass);
            shards *= 2;
        }
        Map<Parameter, Tensor> copies = new LinkedHashMap<>();
        sum.gradients().forEach((parameter, gradient) -> copies.put(parameter, gradient.copy()));
        waiting.push(new Waiting(shards, new Part(sum.loss(), copies)));
    }

    /** The whole sum, of which the last shard is a part; its tensors belong to that shard's pass. */
    Part total(Part last, Pass pass) {
        Part sum = last;
        while (!waiting.isEmpty()) {
            sum = plus(waiting.remove().sum(), sum, pass);
        }
        return sum;
    }

    private Part plus(Part left, Part right, Pass pass) {
        Map<Parameter, Tensor> sums = new LinkedHashMap<>();
        for (Parameter parameter : order) {
            Tensor sum = plus(left.gradients().get(parameter), right.gradients().get(parameter), pass);
            if (sum != null) {
                sums.put(parameter, sum);
            }
        }
        return new Part(left.loss() + right.loss(), sums);
    }

    /** The sum of what is there, in the pass; null if there is nothing. */
    private static @Nullable Tensor plus(@Nullable Tensor left, @Nullable Tensor right, Pass pass) {
        if (left == null || right == null) {
            Tensor only = left == null ? right : left;
            return only == null ? null : pass.attach(only);
        }
        return pass.attach(left).plus(right);
    }
}

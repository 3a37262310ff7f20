package dev.tendril.tensor;

import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Detach;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.Flatten;
import dev.tendril.tensor.operation.GreaterThanNumber;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.Select;
import dev.tendril.tensor.operation.SelectElse;
import dev.tendril.tensor.operation.Squeeze;
import dev.tendril.tensor.operation.Unsqueeze;
import dev.tendril.tensor.update.ElementProgram;
import dev.tendril.tensor.update.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a trace as an elementwise program. Every tensor in it has as many elements as the parameter, which then follow one another in
 * the same order, or one element.
 */
final class EquationReader {
    private final long elements;
    private final Map<Tensor, Value> values = new HashMap<>(); // by tensor of the trace, or constant
    private final List<Value.Place> places = new ArrayList<>();
    private final List<Value.Given> given = new ArrayList<>();
    private final List<Span> constants = new ArrayList<>();
    private final List<Value.Place> constantPlaces = new ArrayList<>();
    private final List<ElementProgram.Output> outputs = new ArrayList<>();

    /** A reader of equations for parameters of so many elements. */
    EquationReader(long elements) {
        this.elements = elements;
    }

    /** A tensor that is bound to an array. */
    void place(Tensor tensor) throws NotElementwise {
        if (tensor.shape().elements() != elements) {
            throw new NotElementwise("a tensor of its state has shape " + tensor.shape());
        }
        Value.Place place = new Value.Place();
        places.add(place);
        values.put(tensor, place);
    }

    /** A scalar that is given to each run. */
    void given(Tensor tensor) {
        Value.Given number = new Value.Given();
        given.add(number);
        values.put(tensor, number);
    }

    /** What becomes of a tensor that is bound to an array. */
    void output(Tensor before, Tensor after) throws NotElementwise {
        if (!after.shape().equals(before.shape())) {
            throw new NotElementwise("a tensor of shape " + before.shape() + " becomes one of " + after.shape());
        }
        outputs.add(new ElementProgram.Output((Value.Place) of(before), of(after)));
    }

    /** Arrays bound behind those of {@link #place}, always the same. */
    List<Span> constants() {
        return constants;
    }

    ElementProgram program() {
        List<Value.Place> all = new ArrayList<>(places);
        all.addAll(constantPlaces);
        return ElementProgram.of(all, given, outputs);
    }

    /** Reads one line of the trace. */
    void read(Instruction instruction) throws NotElementwise {
        if (!(instruction instanceof Instruction.Apply apply) || apply.ids() != null) {
            throw new NotElementwise("it works with ids or noise");
        }
        long size = apply.output().shape().elements();
        if (size != elements && size != 1) {
            throw new NotElementwise(
                    "it makes a tensor of shape " + apply.output().shape());
        }
        List<Value> operands = new ArrayList<>();
        for (EngineTensor operand : apply.operands()) {
            operands.add(of(operand));
        }
        values.put(apply.output(), value(apply.operation(), operands));
    }

    private static Value value(Operation operation, List<Value> x) throws NotElementwise {
        if (operation instanceof MapEach map) {
            return Value.map(map.function(), x.get(0));
        } else if (operation instanceof Affine affine) {
            return Value.affine(affine.scale(), affine.shift(), x.get(0));
        } else if (operation instanceof Combine combine) {
            return Value.combine(combine.function(), x.get(0), x.get(1));
        } else if (operation instanceof Select) {
            return Value.choose(x.get(0), x.get(1), x.get(2));
        } else if (operation instanceof SelectElse select) {
            return Value.choose(x.get(0), x.get(1), new Value.Literal(select.whenFalse()));
        } else if (operation instanceof GreaterThanNumber greater) {
            return Value.combine(Binary.GREATER, x.get(0), new Value.Literal(greater.number()));
        } else if (keepsElements(operation)) {
            return x.get(0);
        }
        throw new NotElementwise(operation.getClass().getSimpleName() + " is not elementwise");
    }

    private static boolean keepsElements(Operation operation) {
        return operation instanceof Detach
                || operation instanceof Expand
                || operation instanceof Flatten
                || operation instanceof Reshape
                || operation instanceof Squeeze
                || operation instanceof Unsqueeze;
    }

    private Value of(Tensor tensor) throws NotElementwise {
        Value known = values.get(tensor);
        if (known != null) {
            return known;
        }
        if (!(tensor instanceof PassTensor constant)) {
            throw new NotElementwise("it reads " + tensor);
        }
        Value made = constant(constant.readable());
        values.put(tensor, made);
        return made;
    }

    private Value constant(Array array) throws NotElementwise {
        if (array.elements() == 1) {
            return new Value.Literal(array.storage().get(array.at()));
        }
        if (array.elements() != elements) {
            throw new NotElementwise("it reads a constant of shape " + array.shape());
        }
        Value.Place place = new Value.Place();
        constantPlaces.add(place);
        constants.add(array.span());
        return place;
    }
}

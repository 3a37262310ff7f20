package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LSTMCellImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The language model made of single cells, which cost less to call for one step. */
final class CellLanguageModel implements StepModel {
    private final int hidden;
    private final EmbeddingImpl embedding;
    private final List<LSTMCellImpl> cells = new ArrayList<>();
    private final List<T_TensorTensor_T> states = new ArrayList<>();
    private final LinearImpl readout;

    CellLanguageModel(Assignment assignment) {
        hidden = assignment.get(HIDDEN);
        embedding = new EmbeddingImpl(assignment.get(VOCABULARY), assignment.get(EMBEDDING));
        for (int layer = 0; layer < assignment.get(LAYERS); layer++) {
            cells.add(new LSTMCellImpl(layer == 0 ? assignment.get(EMBEDDING) : hidden, hidden));
        }
        readout = new LinearImpl(hidden, assignment.get(VOCABULARY));
    }

    @Override
    public String name() {
        return "LSTMCell";
    }

    @Override
    public List<Module> modules() {
        List<Module> modules = new ArrayList<>(cells);
        modules.addAll(List.of(embedding, readout));
        return modules;
    }

    @Override
    public void restart() {
        states.clear();
        cells.forEach(cell -> states.add(new T_TensorTensor_T(torch.zeros(1, hidden), torch.zeros(1, hidden))));
    }

    @Override
    public Tensor next(Tensor token) {
        Tensor x = embedding.forward(token.reshape(1));
        for (int layer = 0; layer < cells.size(); layer++) {
            T_TensorTensor_T state = cells.get(layer).forward(x, states.get(layer));
            states.set(layer, state);
            x = state.get0();
        }
        return readout.forward(x);
    }
}

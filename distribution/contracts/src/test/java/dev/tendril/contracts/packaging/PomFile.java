package dev.tendril.contracts.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A POM as it stands in the source tree, asked by XPath. */
final class PomFile {
    /** The root of the source tree; Maven runs the tests of a module in that module's folder. */
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Document document;

    private PomFile(Document document) {
        this.document = document;
    }

    static PomFile of(String module) throws Exception {
        Path file = ROOT.resolve(module).resolve("pom.xml");
        return new PomFile(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    }

    String text(String path) throws XPathExpressionException {
        return xpath.evaluate(path, document);
    }

    List<String> texts(String path) throws XPathExpressionException {
        NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }
}

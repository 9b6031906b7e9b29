package org.computedivide.producers.arxiv;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that cannot reach outside: no document type, no entities but the five of XML. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** Does something at each start of an element; the reader may be moved to its end, not beyond. */
    @FunctionalInterface
    interface AtElement {
        void at(XMLStreamReader xml, String name) throws XMLStreamException;
    }

    /**
     * Reads a document to its end.
     *
     * @return the name of the root element
     * @throws XMLStreamException when it is not well-formed or has a document type
     */
    static String read(String text, AtElement each) throws XMLStreamException {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
        try {
            String root = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new XMLStreamException("document types and entities are not read", xml.getLocation());
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    root = root.isEmpty() ? xml.getLocalName() : root;
                    each.at(xml, xml.getLocalName());
                }
            }
            return root;
        } finally {
            xml.close();
        }
    }

    /** Does something at each element inside the current one, and stops after its end. */
    static void inside(XMLStreamReader xml, AtElement each) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                each.at(xml, xml.getLocalName());
                depth -= xml.getEventType() == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}

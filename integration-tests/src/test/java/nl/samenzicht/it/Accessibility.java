package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe-core what on a page stands in the way of somebody, against WCAG 2.2 level AA. */
final class Accessibility {
    private static final String SCRIPT = read();

    private Accessibility() {}

    @SuppressWarnings("unchecked")
    static void check(Person person) {
        person.page().evaluate(SCRIPT);
        var violations = (List<String>)
                person.page()
                        .evaluate(
                                "async () => (await axe.run({exclude: [['vaadin-connection-indicator']]}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                                        + " 'wcag22aa', 'best-practice']})).violations.map(v => v.id + ': ' + v.help + ' -> '"
                                        + " + v.nodes.map(n => n.target.join(' ') + ' ' + n.html.substring(0, 160)).join(' | '))");
        then(violations).as("obstacles at %s", person.page().url()).isEmpty();
    }

    private static String read() {
        try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.officer.DecisionReviews;
import nl.samenzicht.domain.officer.LogDetail;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.web.officer.LogQuery.Limit;

/** One line of the log with the decision as it was then. */
class LineDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;
    private final DescriptionList facts = new DescriptionList();

    LineDialog(LogWords words, LogDetail detail, DecisionReviews reviews) {
        this.words = words;
        var line = detail.line();
        var event = line.event();
        setHeaderTitle(words.text("log.detail.title", line.code().value()));
        addClassName("line-dialog");
        setWidth("640px");
        setMaxWidth("100%");

        var sentence = new Paragraph(words.text(
                "log.detail.sentence", words.day(line.at()), words.time(line.at()), words.who(line), words.did(line)));
        sentence.addClassName("line-sentence");
        facts.addClassName("line-facts");
        fact("function", words.where(line));
        fact("outcome", words.outcome(event.outcome()));
        fact("case", line.caseName().map(name -> name.number() + " " + name.codeName()));
        fact("signal", line.signal());
        fact("category", line.category().map(words::category));
        fact("purpose", line.purpose().map(words::purpose));
        fact("emergency", event.emergency() ? words.text("log.detail.yes") : words.text("log.detail.no"));
        fact("reason", line.reason().map(words::reason));
        fact(
                "told",
                Optional.ofNullable(event.reasonTold())
                        .filter(told -> !Objects.equals(told, event.reasonTrue()))
                        .map(words::reason));
        fact("typed", detail.typed());
        fact("rules", String.join(", ", event.rules()));
        fact("rulebook", Optional.ofNullable(event.rulebook()));
        fact("ground", Optional.ofNullable(event.ground()).map(words::ground));
        fact("recipients", line.recipients().stream().map(AgencyCard::name).collect(Collectors.joining(", ")));
        fact("items", items(detail));
        fact("masked", String.join(", ", event.maskedFields()));
        fact("consent", Optional.ofNullable(event.consentId()).map(Object::toString));
        fact("share", Optional.ofNullable(event.shareId()).map(Object::toString));
        fact("regime", Optional.ofNullable(event.regime()).map(regime -> words.text("log.regime." + regime)));
        fact("session", Optional.ofNullable(event.actor().session()).map(Object::toString));
        fact("address", Optional.ofNullable(event.actor().accessPoint()));
        fact(
                "place",
                line.position().isPresent()
                        ? words.text("log.detail.sealed", line.position().getAsLong())
                        : words.text("log.detail.unsealed"));

        var own = new Paragraph(words.text("log.look.recorded", detail.entry().value()));
        own.addClassName("hint");
        add(sentence, facts, links(detail), new ReplayPanel(words, reviews, line.code()), own);
        var close = new Button(words.text("log.detail.close"), click -> close());
        getFooter().add(close);
    }

    private String items(LogDetail detail) {
        var items =
                detail.line().event().items().stream().filter(ItemRef::content).toList();
        if (items.isEmpty()) {
            return "";
        }
        return items.stream().collect(Collectors.groupingBy(ItemRef::owner, Collectors.counting())).entrySet().stream()
                .map(owned -> words.text(
                        "log.detail.owned",
                        owned.getValue(),
                        Optional.ofNullable(detail.owners().get(owned.getKey()))
                                .map(AgencyCard::name)
                                .orElse("–")))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private Component links(LogDetail detail) {
        var line = detail.line();
        var links = new Div();
        links.addClassName("line-links");
        line.caseName().ifPresent(name -> {
            links.add(new Anchor(
                    LogQuery.everything().with(Limit.CASE, name.number()).href(), words.text("log.detail.to-case")));
            links.add(new Anchor("officer/looks?case=" + name.number(), words.text("log.detail.to-looks")));
        });
        line.person()
                .ifPresent(person -> links.add(
                        new Anchor("officer/disclosures?person=" + person, words.text("log.detail.to-disclosures"))));
        return links;
    }

    private void fact(String label, Optional<String> value) {
        value.ifPresent(text -> fact(label, text));
    }

    private void fact(String label, String value) {
        if (value.isBlank()) {
            return;
        }
        facts.add(
                new DescriptionList.Term(words.text("log.detail." + label)),
                new DescriptionList.Description(new Span(value)));
    }
}

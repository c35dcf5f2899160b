package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.domain.casefile.ClosingReason;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.Part;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature.CaseAct;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** What can be done on a case as a whole: bring parties in, end a participation, hand over, change, close, reopen. */
class PartyActs {
    private static final Set<Purpose> NOT_ON_A_CASE =
            EnumSet.of(Purpose.STATISTICS, Purpose.OVERSIGHT, Purpose.SUBJECT_RIGHTS, Purpose.ADMINISTRATION);
    private static final int USUAL_MONTHS = 6;

    private final ParticipationService participations;
    private final Directory directory;
    private final CasePlace place;
    private final ActingProfessional who;
    private final PageLease.OwnAct own;

    PartyActs(
            ParticipationService participations,
            Directory directory,
            CasePlace place,
            ActingProfessional who,
            PageLease.OwnAct own) {
        this.participations = participations;
        this.directory = directory;
        this.place = place;
        this.who = who;
        this.own = own;
    }

    /** The acts that would be admitted now. */
    List<CaseAct> acts() {
        var overview = place.overview();
        var acts = new ArrayList<CaseAct>();
        if (overview.weLead()) {
            var open = overview.status() == CaseStatus.OPEN;
            if (open && can(Action.INVITE_PARTY)) {
                acts.add(new CaseAct(Terms.text("participation.invite"), this::askInvite));
            }
            if (open && can(Action.MOVE_LEAD) && !nextLeads().isEmpty()) {
                acts.add(new CaseAct(Terms.text("participation.move"), this::askMove));
            }
            if (open && can(Action.CHANGE_CASE)) {
                acts.add(new CaseAct(Terms.text("framework.change"), this::askFramework));
            }
            if (open && can(Action.CLOSE_CASE)) {
                acts.add(new CaseAct(Terms.text("case.close"), this::askClose));
            }
            if (!open && can(Action.CHANGE_CASE)) {
                acts.add(new CaseAct(Terms.text("case.reopen"), this::askReopen));
            }
        }
        ownParty()
                .filter(party -> can(Action.LEAVE_CASE))
                .ifPresent(party -> acts.add(new CaseAct(Terms.text("participation.leave"), () -> askLeave(party))));
        return acts;
    }

    /** The act that ends somebody else's participation, for who leads the case. */
    Optional<CaseAct> ending(PartyView party) {
        var can = place.overview().weLead()
                && can(Action.LEAVE_CASE)
                && party.active()
                && party.part() != Part.LEAD
                && !party.agency().id().equals(who.agency());
        return can ? Optional.of(new CaseAct(Terms.text("participation.end"), () -> askEnd(party))) : Optional.empty();
    }

    private boolean can(Action act) {
        return place.overview().acts().contains(act);
    }

    private Optional<PartyView> ownParty() {
        return place.overview().parties().stream()
                .filter(party -> party.active()
                        && party.part() != Part.LEAD
                        && party.agency().id().equals(who.agency())
                        && party.professional()
                                .map(person -> person.id().equals(who.professional()))
                                .orElse(true))
                .findFirst();
    }

    // ---- bringing in ----

    private void askInvite() {
        var agency = new ComboBox<AgencyCard>(Terms.text("participation.agency"));
        agency.setItems(directory.activeAgencies().stream()
                .filter(card -> card.type() != AgencyType.PLATFORM && card.type() != AgencyType.NATIONAL_RAPPORTEUR)
                .toList());
        agency.setItemLabelGenerator(AgencyCard::name);
        agency.setRequiredIndicatorVisible(true);
        agency.setWidthFull();
        var person = new ComboBox<ProfessionalCard>(Terms.text("participation.professional"));
        person.setItemLabelGenerator(ProfessionalCard::displayName);
        person.setHelperText(Terms.text("participation.professional.help"));
        person.setClearButtonVisible(true);
        person.setWidthFull();
        person.setEnabled(false);
        var purpose = new Select<Purpose>();
        purpose.setLabel(Terms.text("participation.purpose"));
        purpose.setItems(Arrays.stream(Purpose.values())
                .filter(each -> !NOT_ON_A_CASE.contains(each))
                .toList());
        purpose.setItemLabelGenerator(Terms::of);
        purpose.setValue(place.purpose());
        purpose.setWidthFull();
        var ground = new Select<Ground>();
        ground.setLabel(Terms.text("participation.ground"));
        ground.setItems(Ground.values());
        ground.setItemLabelGenerator(Terms::of);
        ground.setValue(Ground.CONSENT);
        ground.setWidthFull();
        var today = LocalDate.now(Terms.AMSTERDAM);
        DatePicker from = Days.picker(Terms.text("participation.from"));
        from.setValue(today);
        from.setMin(today);
        DatePicker lastDay = Days.picker(Terms.text("participation.last-day"));
        lastDay.setValue(today.plusMonths(USUAL_MONTHS));
        lastDay.setMin(today);
        var dialog = new ActDialog(
                Terms.text("participation.invite"),
                Terms.text("participation.invite"),
                () -> {
                    requireFilled(agency.isEmpty(), "participation.error.no-agency");
                    requireFilled(from.isEmpty() || from.isInvalid(), "participation.error.no-day");
                    requireFilled(lastDay.isEmpty() || lastDay.isInvalid(), "participation.error.no-day");
                    requireFilled(lastDay.getValue().isBefore(from.getValue()), "participation.error.ends-before");
                    participations.invite(
                            place.caseFile(),
                            new Invitation(
                                    agency.getValue().id(),
                                    Optional.ofNullable(person.getValue()).map(ProfessionalCard::id),
                                    purpose.getValue(),
                                    ground.getValue(),
                                    beginningOf(from.getValue(), today),
                                    Terms.through(lastDay.getValue())),
                            place.purpose());
                },
                place::refresh);
        Runnable verb = () -> dialog.act()
                .setText(
                        agency.isEmpty() || lastDay.isEmpty()
                                ? Terms.text("participation.invite")
                                : Terms.text(
                                        "participation.invite.act",
                                        Optional.ofNullable(person.getValue())
                                                .map(ProfessionalCard::displayName)
                                                .orElse(agency.getValue().name()),
                                        Terms.day(lastDay.getValue())));
        agency.addValueChangeListener(change -> {
            person.clear();
            person.setEnabled(change.getValue() != null);
            person.setItems(
                    change.getValue() == null
                            ? List.of()
                            : directory.professionalsOf(change.getValue().id()).stream()
                                    .filter(card -> card.functions().stream().anyMatch(Function::readsContent))
                                    .toList());
            verb.run();
        });
        person.addValueChangeListener(change -> verb.run());
        lastDay.addValueChangeListener(change -> verb.run());
        dialog.asking(
                        new Paragraph(Terms.text("participation.invite.text")),
                        agency,
                        person,
                        purpose,
                        ground,
                        from,
                        lastDay)
                .open();
    }

    /** Today means now: otherwise somebody would take part from a midnight that has passed. */
    private static Instant beginningOf(LocalDate from, LocalDate today) {
        return from.equals(today)
                ? Instant.now()
                : from.atStartOfDay(Terms.AMSTERDAM).toInstant();
    }

    private static void requireFilled(boolean missing, String key) {
        if (missing) {
            throw new NotPossible(key);
        }
    }

    // ---- ending ----

    private void askEnd(PartyView party) {
        var name = party.professional()
                .map(ProfessionalCard::displayName)
                .orElse(party.agency().name());
        var reason = reason();
        new ActDialog(
                        Terms.text("participation.end.title", name),
                        Terms.text("participation.end.act"),
                        () -> end(party, reason),
                        place::refresh)
                .asking(new Paragraph(Terms.text("participation.end.text")), reason)
                .open();
    }

    private void askLeave(PartyView party) {
        var reason = reason();
        var dialog = new ActDialog(
                Terms.text("participation.leave"),
                Terms.text("participation.leave.act"),
                () -> end(party, reason),
                () -> CaseFileNavigation.go(CaseFileNavigation.list()));
        dialog.act().addThemeVariants(ButtonVariant.LUMO_ERROR);
        dialog.asking(new Paragraph(Terms.text("participation.leave.text")), reason)
                .open();
    }

    private void end(PartyView party, TextArea reason) {
        requireFilled(reason.getValue().isBlank(), "participation.error.no-reason");
        participations.end(
                place.caseFile(), party.participation(), reason.getValue().strip(), place.purpose());
    }

    private static TextArea reason() {
        var reason = new TextArea(Terms.text("participation.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        return reason;
    }

    // ---- the lead and the case ----

    private List<PartyView> nextLeads() {
        return place.overview().parties().stream()
                .filter(party -> party.active()
                        && party.part() != Part.LEAD
                        && party.professional().isEmpty())
                .toList();
    }

    private void askMove() {
        var next = new Select<PartyView>();
        next.setLabel(Terms.text("participation.move.to"));
        next.setItems(nextLeads());
        next.setItemLabelGenerator(party -> party.agency().name());
        next.setWidthFull();
        var dialog = new ActDialog(
                Terms.text("participation.move"),
                Terms.text("participation.move"),
                () -> {
                    requireFilled(next.isEmpty(), "participation.error.no-agency");
                    participations.moveLead(
                            place.caseFile(), next.getValue().agency().id(), place.purpose());
                },
                place::refresh);
        next.addValueChangeListener(change -> dialog.act()
                .setText(Terms.text(
                        "participation.move.act", change.getValue().agency().name())));
        dialog.asking(new Paragraph(Terms.text("participation.move.text")), next)
                .open();
    }

    private void askFramework() {
        var form = new CooperationForm(place.overview().cooperation());
        new ActDialog(
                        Terms.text("framework.change"),
                        Terms.text("framework.change.act"),
                        () -> participations.cooperateUnder(place.caseFile(), form.cooperation(), place.purpose()),
                        place::refresh)
                .asking(form)
                .open();
    }

    private void askClose() {
        var reason = new Select<ClosingReason>();
        reason.setLabel(Terms.text("case.close.reason"));
        reason.setItems(ClosingReason.values());
        reason.setItemLabelGenerator(Terms::of);
        reason.setWidthFull();
        var dialog = new ActDialog(
                Terms.text("case.close"),
                Terms.text("case.close.act"),
                () -> {
                    requireFilled(reason.isEmpty(), "case.close.no-reason");
                    own.during(
                            Optional.empty(),
                            () -> participations.close(place.caseFile(), reason.getValue(), place.purpose()));
                },
                place::refresh);
        dialog.act().addThemeVariants(ButtonVariant.LUMO_ERROR);
        dialog.asking(new Paragraph(Terms.text("case.close.text")), reason).open();
    }

    private void askReopen() {
        var reason = reason();
        new ActDialog(
                        Terms.text("case.reopen"),
                        Terms.text("case.reopen"),
                        () -> {
                            requireFilled(reason.getValue().isBlank(), "participation.error.no-reason");
                            participations.reopen(
                                    place.caseFile(), reason.getValue().strip(), place.purpose());
                        },
                        place::refresh)
                .asking(new Paragraph(Terms.text("case.reopen.text")), reason)
                .open();
    }
}

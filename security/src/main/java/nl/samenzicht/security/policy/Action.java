package nl.samenzicht.security.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a professional wants to do, as people in the field would say it. */
public enum Action {
    /** Open a new case file; the opener's agency becomes the lead. */
    OPEN_CASE,
    /** See the list of cases that one's agency takes part in, without content. */
    LIST_CASES,
    /** See the header of one case: number, code name, framework, status, parties. */
    VIEW_CASE,
    /** Change the header of a case: framework, protocol, status. */
    CHANGE_CASE,
    /** Close a case. */
    CLOSE_CASE,
    /** Read the items of one category. */
    VIEW_SECTION,
    /** Add an item of one's own agency. */
    RECORD_ITEM,
    /** Change an item of one's own agency. */
    CHANGE_ITEM,
    /** Give items of one's own agency to another agency or professional. */
    SHARE_ITEM,
    /** Get items of this category from another agency, for this purpose. */
    RECEIVE_SHARE,
    /** Accept or decline a share that was offered. */
    ANSWER_SHARE,
    /** End a share of items of one's own agency. */
    END_SHARE,
    /** Ask another agency for access. */
    REQUEST_ACCESS,
    /** Bring an agency or a professional into a case. */
    INVITE_PARTY,
    /** Accept or decline to take part in a case. */
    ANSWER_INVITATION,
    /** End the participation of one's own agency. */
    LEAVE_CASE,
    /** Move the lead of a case to another agency. */
    MOVE_LEAD,
    /** Record a consent or its refusal. */
    RECORD_CONSENT,
    /** Withdraw a consent on behalf of the person. */
    WITHDRAW_CONSENT,
    /** Work on situation, goals, actions and evaluations of a support plan. */
    WRITE_PLAN,
    /** Record a decision under Wpg 16–20. */
    RECORD_PROVISION,
    /** Open a case in an emergency without a share. */
    BREAK_GLASS,
    /** Judge an emergency access by somebody else. */
    REVIEW_BREAK_GLASS,
    /** Judge by the log whether an access by somebody else was lawful. */
    JUDGE_ACCESS,
    /** Set what the oversight of one's own agency goes by: thresholds, and cases of which every look is watched. */
    SET_OVERSIGHT,
    /** Handle what the person about whom data are kept asks by right, carry it out, and confirm what others carried out. */
    HANDLE_REQUEST,
    /** Give the person who asks for access a copy of what one's own agency recorded about them. */
    GIVE_COPY,
    /** Record a personal data breach of one's own agency, handle it, count whom it touches, and tell other agencies of it. */
    HANDLE_BREACH,
    /** Comment on the log and on the verdicts of one's own agency, and report on them; changes nothing of either. */
    SUPERVISE,
    /** Search for a person or a case. */
    SEARCH,
    /** Take items out of the system as a file. */
    EXPORT,
    /** See the signals that one's agency received or that one sent oneself, without content. */
    LIST_SIGNALS,
    /** Send a signal to the agency that will assess it, or pass it on. */
    SEND_SIGNAL,
    /** Decide on a signal: take it up, ask for more, refer it, link it to a case or close it. */
    TRIAGE_SIGNAL,
    /** Write, change or check a report to CoMensha that is not sent, or take one back; gives nothing away. */
    PREPARE_REPORT,
    /** Ask, about the person of a case of one's own, whether others know this person too. */
    ASK_ELSEWHERE,
    /** Be told, or have told, that somebody is known: no more than that. */
    KNOWN_ELSEWHERE,
    /** Ask whoever knows the same person to get in touch; neither side learns who the other is. */
    ASK_CONTACT,
    /** Agree to contact about a person of one's own case, or decline it. */
    ANSWER_CONTACT,
    /** Say of two cases of one's own agency whether they are about the same person, or take that back. */
    JUDGE_DUPLICATE,
    /** Send the report of a victim to CoMensha. */
    REPORT,
    /** See a report to CoMensha that one's own agency made, or that was sent to it. */
    VIEW_REPORT,
    /** Confirm the receipt of a report, with the number under which it was registered. */
    CONFIRM_REPORT,
    /** Bring in case files from a file. */
    IMPORT,
    /** Count, without persons. */
    COUNT,
    /** Read the lines of the ledger about one's own acts. */
    VIEW_OWN_LOG,
    /** Read the ledger of one's agency. */
    VIEW_LOG,
    /** Take lines of the ledger out as a file. */
    EXPORT_LOG,
    /** Prove that the ledger is whole. */
    VERIFY_LOG,
    /** See which items of one's own agency are kept how long, what is due and what was destroyed, without content. */
    VIEW_RETENTION,
    /** Keep items of one's own agency from being destroyed, or ask to end that. */
    HOLD_DESTRUCTION,
    /** Propose to destroy items of one's own agency, or take that back. */
    PROPOSE_DESTRUCTION,
    /** Agree to what somebody else proposed: to destroy items, or to end what holds that up. */
    APPROVE_DESTRUCTION,
    /** Destroy items and their keys, as two people agreed. */
    DESTROY,
    /** Put back a backup of the whole installation, which its operator does. */
    RESTORE,
    /** See how long the log is kept, what of it is due, and what was proposed or removed; counts only. */
    VIEW_LOG_RETENTION,
    /** Propose to take the oldest months of the log away after their term, or take that back. */
    PROPOSE_LOG_REMOVAL,
    /** Agree to what somebody else proposed to take away from the log, or refuse it. */
    APPROVE_LOG_REMOVAL,
    /** Stop, as a privacy officer, what was agreed on to take away from the log. */
    OBJECT_TO_LOG_REMOVAL,
    /** Take the oldest months of the log away after their term, as two people agreed; the hashes stay. */
    REMOVE_LOG,
    /** Be done with taking months of the log away. */
    END_LOG_REMOVAL,
    /** Take back rights that the account for removing from the log should not have held. */
    LOCK_MAINTENANCE,
    /** Write down in the log which rows were added to the books of an agency, so that one that is taken away is missed. */
    KEEP_BOOKS,
    /** See the directory of agencies, people and functions. */
    VIEW_DIRECTORY,
    /** Invite an agency and its first manager. */
    INVITE_AGENCY,
    /** Confirm a manager of an agency that has no second one, or help one back in. */
    CONFIRM_MANAGER,
    /** Invite a professional, or change or end their functions. */
    MANAGE_PROFESSIONAL,
    /** Enter the official weights of a list of indicators. */
    ENTER_WEIGHTS,
    /** Sign a rulebook for one's agency. */
    SIGN_RULEBOOK,
    /** Advise on a rulebook. */
    ADVISE_RULEBOOK,
    /** Read the rulebook in force. */
    VIEW_RULEBOOK;

    private static final Set<Action> SUPERVISED = Collections.unmodifiableSet(
            EnumSet.of(REVIEW_BREAK_GLASS, JUDGE_ACCESS, SET_OVERSIGHT, HANDLE_REQUEST, GIVE_COPY, HANDLE_BREACH));

    /**
     * Returns what a data protection officer supervises and may therefore not do: every decision on looks by others and on
     * the rights of persons (AVG 38(6)).
     */
    public static Set<Action> supervised() {
        return SUPERVISED;
    }
}

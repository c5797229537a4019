// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Classes and properties of the project's ontology, {@code rec:}. */
public final class Rec {
    public static final Node ABOUT = term("about");
    public static final Node ABOUT_ANY = term("aboutAny");
    public static final Node ACCEPTED_BY = term("acceptedBy");
    public static final Node ACCORDING_TO = term("accordingTo");
    public static final Node ADDRESSEE = term("addressee");
    public static final Node AFFIRMS = term("affirms");
    public static final Node AGREEMENT_STATUS = term("AgreementStatus");
    public static final Node AMBIGUITY = term("ambiguity");
    public static final Node ARTICLE = term("Article");
    public static final Node AS_OF = term("asOf");
    public static final Node CALLED_UPON = term("calledUpon");
    public static final Node CAPACITY = term("capacity");
    public static final Node CLAIM = term("Claim");
    public static final Node CODE = term("Code");
    public static final Node CODING_NOTE = term("codingNote");
    public static final Node CONDITIONAL_ON = term("conditionalOn");
    public static final Node CONNECTS = term("connects");
    public static final Node CONTENT = term("content");
    public static final Node CONTRADICTS = term("contradicts");
    public static final Node CUE_EVIDENCE = term("cueEvidence");
    public static final Node DATE_BASIS = term("dateBasis");
    public static final Node DATE_EVIDENCE = term("dateEvidence");
    public static final Node DATE_WORDS = term("dateWords");
    public static final Node DENIES = term("denies");
    public static final Node DEPTH = term("depth");
    public static final Node DIGEST = term("digest");
    public static final Node ENTITY = term("Entity");
    public static final Node EVENT_KIND = term("eventKind");
    public static final Node EVIDENCE = term("evidence");
    public static final Node FIRST_REPORT = term("firstReport");
    public static final Node FORM = term("form");
    public static final Node GUIDE_VERSION = term("guideVersion");
    public static final Node HAS_MEMBER = term("hasMember");
    public static final Node HIGHEST_NUMBER = term("highestNumber");
    public static final Node INSIDE = term("inside");
    public static final Node IN_STATEMENT = term("inStatement");
    public static final Node LENGTH = term("length");
    public static final Node LEVEL = term("level");
    public static final Node LINK_OF = term("linkOf");
    public static final Node MEMBER = term("member");
    public static final Node MEMBERSHIP = term("Membership");
    public static final Node MENTION = term("Mention");
    public static final Node NARRATOR = term("narrator");
    public static final Node OCCASION = term("occasion");
    public static final Node OCCASION_EVIDENCE = term("occasionEvidence");
    public static final Node OFFICE = term("office");
    public static final Node OFFICE_OF = term("officeOf");
    public static final Node ON_BEHALF_OF = term("onBehalfOf");
    public static final Node PARTICIPANT = term("participant");
    public static final Node PARTICIPATION = term("Participation");
    public static final Node PASSES_THROUGH = term("passesThrough");
    public static final Node PART_OF = term("partOf");
    public static final Node PLACE = term("place");
    public static final Node ORGANIZER = term("organizer");
    public static final Node POSSIBLY_WITHIN = term("possiblyWithin");
    public static final Node PRESUPPOSES = term("presupposes");
    public static final Node PROVIDES = term("provides");
    public static final Node PROVISION = term("Provision");
    public static final Node QUOTE = term("quote");
    public static final Node QUOTE_EVIDENCE = term("quoteEvidence");
    public static final Node RELATION = term("relation");
    public static final Node REMEDY = term("remedy");
    public static final Node REPEATS = term("repeats");
    public static final Node REPORTED_IN = term("reportedIn");
    public static final Node REPORTS_ONLY = term("reportsOnly");
    public static final Node RESPONDS_TO = term("respondsTo");
    public static final Node REVIEWED_BY = term("reviewedBy");
    public static final Node REVIEW_STATUS = term("reviewStatus");
    public static final Node ROLE = term("role");
    public static final Node SAME_ACT_ANY = term("sameActAny");
    public static final Node SAME_ACT_AS = term("sameActAs");
    public static final Node SIDE = term("side");
    public static final Node SPEAKER = term("speaker");
    public static final Node SPEAKER_EVIDENCE = term("speakerEvidence");
    public static final Node SPEAKER_REFERENCE = term("speakerReference");
    public static final Node SPEECH_ACT = term("speechAct");
    public static final Node STATED_FROM = term("statedFrom");
    public static final Node STATED_ON = term("statedOn");
    public static final Node STATED_UNTIL = term("statedUntil");
    public static final Node STATEMENT = term("Statement");
    public static final Node STATUS = term("status");
    public static final Node STATUS_RELATION = term("statusRelation");
    public static final Node SUBJECT_OF_REPORT = term("subjectOfReport");
    public static final Node SURFACE = term("surface");
    public static final Node TARGET = term("target");
    public static final Node TENURE = term("Tenure");
    public static final Node TERRITORY = term("territory");
    public static final Node TRANSLATED = term("translated");
    public static final Node VIA = term("via");
    public static final Node VOICE = term("voice");
    public static final Node WITHDRAWAL_REASON = term("withdrawalReason");
    public static final Node WITHDRAWN_ARTICLE = term("WithdrawnArticle");
    public static final Node WITHDRAWN_BY = term("withdrawnBy");
    public static final Node WITHDRAWN_DIGEST = term("withdrawnDigest");
    public static final Node WITHDRAWN_GRAPH = term("withdrawnGraph");
    public static final Node WITHDRAWN_ON = term("withdrawnOn");
    public static final Node WITHIN = term("within");
    public static final Node WORDING = term("wording");

    private Rec() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.TERMS + name);
    }
}

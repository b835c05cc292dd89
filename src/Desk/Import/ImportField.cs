using FirstContact.Fields;

namespace FirstContact.Import;

public enum ImportKind { People, Tickets }

/// <summary>A field of ours that a column can be, with the headers that other desks and hands give it, the surest first.</summary>
public sealed record ImportField(string Name, string Title, params string[] AlsoCalled)
{
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind == ImportKind.People ? People : Tickets;

    /// <summary>With what this desk asks besides, by its name or its label.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind, IEnumerable<Field> fields) =>
        kind == ImportKind.People ? People : [.. Tickets, .. fields.Where(f => f.Active).Select(f => new ImportField(FieldModule.Column(f.Name), f.Label, ColumnGuess.Plain(f.Name), ColumnGuess.Plain(f.Label)))];

    // Headers are compared by their letters and digits alone: 'E-mail', 'e_mail' and 'EMail' are one.
    public static readonly IReadOnlyList<ImportField> Tickets =
    [
        new("number", "Number there", "ticketnumber", "ticketno", "ticketid", "casenumber", "issuekey", "incidentnumber", "externalid", "reference", "ref", "key", "id"),
        new("kind", "Kind", "tickettype", "requesttype", "recordtype", "issuetype", "type"),
        new("status", "Status", "state", "ticketstatus", "incidentstate"),
        new("priority", "Priority", "ticketpriority", "prio"),
        new("impact", "Impact"),
        new("urgency", "Urgency", "severity"),
        new("title", "Title", "shortdescription", "subject", "summary", "headline", "betreff", "titel"),
        new("description", "Description", "body", "text", "details", "longdescription", "message", "problem", "content", "comment", "beschreibung"),
        new("customer", "Customer", "requester", "requesteremail", "customeremail", "callerid", "caller", "requestedby", "requestedfor", "openedby", "reportedby", "reporter", "raisedby", "askedby", "contact", "from", "user", "email", "emailaddress", "kunde"),
        new("callback", "Call-back", "callbackto", "phone", "phonenumber", "telephone", "callbacknumber"),
        new("requestClass", "Class", "class", "requestclass"),
        new("service", "Service", "businessservice", "application", "product"),
        new("category", "Category", "cat", "topic", "kategorie"),
        new("team", "Team", "group", "assignmentgroup", "queue", "department", "gruppe"),
        new("assignee", "Assignee", "assignedto", "owner", "agent", "assigned", "technician", "bearbeiter"),
        new("tags", "Tags", "tag", "labels", "keywords"),
        new("channel", "Channel", "contacttype", "source", "via", "origin", "createarticletype"),
        new("openedAt", "Opened at", "createdat", "opened", "created", "createdon", "openedon", "dateopened", "datecreated", "creationdate", "createdtime", "syscreatedon", "opendate", "reportedat", "date"),
        new("resolvedAt", "Resolved at", "resolved", "resolvedon", "dateresolved", "resolutiondate", "solvedat"),
        new("closedAt", "Closed at", "closeat", "closed", "closedon", "dateclosed", "closedate", "closetime"),
        new("updatedAt", "Last changed at", "updated", "updatedon", "sysupdatedon", "lastchange", "modified", "lastupdated", "changedat"),
        new("solution", "Solution", "resolution", "closenotes", "resolutionnotes", "closurenotes", "answer"),
    ];

    public static readonly IReadOnlyList<ImportField> People =
    [
        new("email", "E-mail", "emailaddress", "mail", "login", "userprincipalname", "upn", "username"),
        new("otherEmails", "Other e-mail addresses", "otheremail", "otheremails", "otheraddresses", "secondaryemail", "alternateemail", "proxyaddresses", "aliases"),
        new("name", "Name", "fullname", "displayname", "customer", "user", "person", "cn"),
        new("firstName", "First name", "firstname", "givenname", "forename", "vorname"),
        new("lastName", "Last name", "lastname", "surname", "sn", "familyname", "nachname"),
        new("phone", "Phone", "telephone", "telephonenumber", "phonenumber", "mobile", "mobilephone", "businessphone", "telefon"),
        new("title", "Title", "jobtitle", "position", "function"),
        new("unit", "Business unit", "businessunit", "department", "organization", "organisation", "company", "division", "costcenter", "abteilung"),
        new("roles", "Roles", "role"),
        new("teams", "Teams", "team", "groups", "group"),
    ];
}

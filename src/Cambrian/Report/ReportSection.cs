namespace Cambrian.Report;

/// <summary>One section of a report.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading, also in the list of contents.</param>
/// <param name="Body">What it shows.</param>
internal sealed record ReportSection(string Id, string Title, Markup Body);

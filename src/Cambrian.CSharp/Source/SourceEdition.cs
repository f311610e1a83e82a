using Cambrian.Core;

namespace Cambrian.CSharp.Source;

/// <summary>A program with an edit made to it.</summary>
/// <param name="Child">The changed program.</param>
/// <param name="Origin">The operator for the ledger; behind a slash which of its kinds it was, where it has several.</param>
public sealed record SourceEdition(Artifact Child, string Origin);

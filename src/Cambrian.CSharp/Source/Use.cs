using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>One place where a variable's name stands.</summary>
/// <param name="Node">The name.</param>
/// <param name="Variable">What it means.</param>
/// <param name="IsWrite">Whether the variable may change here.</param>
internal sealed record Use(SimpleNameSyntax Node, Variable Variable, bool IsWrite);

namespace Cambrian.Contracts.Agents;

/// <summary>A method of a program, as an agent sees it.</summary>
/// <param name="Name">Its name; overloads share one.</param>
/// <param name="Text">The part of its body that may change, in C#.</param>
public sealed record MethodView(string Name, string Text);

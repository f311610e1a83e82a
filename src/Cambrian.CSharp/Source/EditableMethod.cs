namespace Cambrian.CSharp.Source;

/// <summary>A method whose body, or a piece of it, may change.</summary>
/// <param name="Name">Its name; overloads share one.</param>
/// <param name="Text">The piece that may change.</param>
public sealed record EditableMethod(string Name, string Text);

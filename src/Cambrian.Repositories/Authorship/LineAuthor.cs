namespace Cambrian.Repositories.Authorship;

/// <summary>Who wrote a line, as far as somebody has said so.</summary>
public enum LineAuthor
{
    /// <summary>Nobody said.</summary>
    Unstated,

    /// <summary>A program: a language model, an agent, or a search.</summary>
    Machine,

    /// <summary>A person, by a statement of a tool that saw it.</summary>
    Person,

    /// <summary>Both.</summary>
    Mixed,
}

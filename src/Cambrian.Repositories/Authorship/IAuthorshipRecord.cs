namespace Cambrian.Repositories.Authorship;

/// <summary>What one record says about the lines of a commit.</summary>
internal interface IAuthorshipRecord
{
    /// <summary>Who wrote a line; unstated where the record says nothing of it.</summary>
    /// <param name="path">The file's path in that commit.</param>
    /// <param name="line">Its number in that commit, from 1.</param>
    LineAuthor AuthorOf(string path, int line);
}

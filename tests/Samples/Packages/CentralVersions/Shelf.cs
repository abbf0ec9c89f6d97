using System;
using System.Threading.Tasks;
using Plannr.Client;
using Plannr.Generated;

[assembly: System.CLSCompliant(false)]
[assembly: System.Runtime.InteropServices.ComVisible(false)]

namespace Shop;

/// <summary>Names a connection after a book.</summary>
/// <param name="plannr">The client of the connections.</param>
/// <param name="books">The client of the books.</param>
public sealed class Shelf(IPlannrClient plannr, Api.IBooksClient books)
{
    /// <summary>Sets the label of a connection to the title of a book.</summary>
    /// <param name="connection">The UUID of the connection.</param>
    /// <param name="book">The number of the book.</param>
    /// <returns>The connection.</returns>
    public async Task<OAuthConnection> RelabelAsync(Guid connection, long book)
    {
        var title = (await books.GetAsync(book).ConfigureAwait(false)).Title;
        return await plannr.OAuthConnections.UpdateAsync(connection, new UpdateOAuthConnectionRequest { Label = title }).ConfigureAwait(false);
    }
}

using Plannr.Constructs.TypesOnly;
using Plannr.Generated;

namespace Plannr.Constructs.Tests;

/// <summary>Tests a contract without operations, for which only types are generated.</summary>
public sealed class TypesOnlyTests
{
    [Test]
    public void Type_of_a_contract_without_operations_is_read()
        => Assert.That(PlannrJson.Deserialize<OrderPlaced>("""{"order":{"state":"sent"}}""")!.Order.State, Is.EqualTo(State.Sent));

    [Test]
    public void Contract_without_operations_generates_only_types()
        => Assert.That(typeof(Order).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(Order).Namespace).Select(t => t.Name), Is.EquivalentTo(new[] { "Order", "OrderPlaced", "State" }));
}

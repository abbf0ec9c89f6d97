using Plannr.Constructs.DerivedNames;

namespace Plannr.Constructs.Tests;

/// <summary>Operations whose operationIds do not have the form <c>Group_Method</c>.</summary>
public sealed class DerivedNameTests
{
    [Test]
    public async Task Methods_with_derived_names_send_to_their_operations()
    {
        Assert.That(await Exchange.TargetOf(c => new PetsClient(c).ListAsync()), Is.EqualTo("/v1/pets"));
        Assert.That(await Exchange.TargetOf(c => new PetsClient(c).CreatePetAsync()), Is.EqualTo("/v1/pets"));
        Assert.That(await Exchange.TargetOf(c => new HttpGroupClient(c).DeleteV1HttpAsync()), Is.EqualTo("/v1/http"));
        Assert.That(await Exchange.TargetOf(c => new ПоискClient(c).SearchPetsAsync()), Is.EqualTo("/v1/search"));
    }

    [Test]
    public async Task Type_within_an_operation_is_named_after_its_derived_name()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"name":"Rex"}"""));
        using var httpClient = server.CreateClient();

        PetsGetV1PetsByPetIdResponse pet = await new PetsClient(httpClient).GetV1PetsByPetIdAsync("1");

        Assert.That(pet.Name, Is.EqualTo("Rex"));
    }
}

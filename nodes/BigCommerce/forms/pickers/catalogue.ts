import { at, type Client } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { channels } from '../../store/channels/channels';
import { priceListAssignments } from '../../store/pricing/priceListAssignments';
import { assignmentLabel, withNames, type NamedAssignment } from './assignmentNames';
import { includes, options, optionsOrNone, productInForm, search, type Named } from './build';

const locations: Collection = {
	path: '/v3/inventory/locations',
	paging: 'v3',
	pageSize: 100,
	task: 'list the inventory locations',
	scope: 'locations:read',
};

const listChannels = async (client: Client) =>
	(await list<Named>(client, channels)).map(({ id, name }) => ({ name, value: id }));

const listLocations = async (client: Client) => {
	const rows = await list<{ id: number; label: string; code: string; is_default?: boolean }>(
		client,
		locations,
		{ query: { is_active: true } },
	);
	return rows.map(({ id, label, code }) => ({
		name: code ? `${label} (${code})` : label,
		value: id,
	}));
};

interface Variant {
	id: number;
	sku: string;
	option_values: Array<{ option_display_name: string; label: string }>;
}

const variantLabel = ({ id, sku, option_values }: Variant) =>
	[option_values.map(({ label }) => label).join(', '), sku].filter(Boolean).join(' · ') || `#${id}`;

export const catalogueOptions = {
	getChannels: options(listChannels),
	getChannelsOrAll: optionsOrNone('All Channels', listChannels),
	getInventoryLocations: options(listLocations),
	getStockLocations: optionsOrNone('Default Location', listLocations),
};

export const catalogueSearches = {
	searchBrands: search<Named>(
		{
			path: '/v3/catalog/brands',
			paging: 'v3',
			pageSize: 250,
			task: 'search the brands',
			scope: 'products:read',
		},
		(text) => ({ 'name:like': text }),
		({ id, name }) => ({ name, value: id }),
	),
	/** Several categories may share a name; their addresses differ. */
	searchCategories: search<{ category_id: number; name: string; url: { path: string } }>(
		{
			path: '/v3/catalog/trees/categories',
			paging: 'v3',
			pageSize: 250,
			task: 'search the categories',
			scope: 'products:read',
		},
		(text) => ({ 'name:like': text }),
		({ category_id, name, url }) => ({ name: `${name} (${url.path})`, value: category_id }),
	),
	/** The API has no filter by name, and a store has few channels. */
	searchChannels: search<Named & { platform: string }>(
		channels,
		() => ({}),
		({ id, name, platform }) => ({ name: `${name} (${platform})`, value: id }),
		({ id, name, platform }, text) => includes(`${id} ${name} ${platform}`, text),
	),
	searchPriceListAssignments: search<NamedAssignment>(
		priceListAssignments,
		() => ({}),
		(assignment) => ({ name: assignmentLabel(assignment), value: assignment.id }),
		(assignment, text) => includes(assignmentLabel(assignment), text),
		withNames,
	),
	searchPriceLists: search<Named & { active: boolean }>(
		{
			path: '/v3/pricelists',
			paging: 'v3',
			pageSize: 250,
			task: 'search the price lists',
			scope: 'products:read',
		},
		(text) => ({ 'name:like': text }),
		({ id, name, active }) => ({ name: active ? name : `${name} (off)`, value: id }),
	),
	searchProducts: search<Named & { sku: string }>(
		{
			path: '/v3/catalog/products',
			paging: 'v3',
			pageSize: 250,
			task: 'search the products',
			scope: 'products:read',
		},
		(text) => ({ keyword: text, include_fields: 'name,sku' }),
		({ id, name, sku }) => ({ name: sku ? `${name} (${sku})` : name, value: id }),
	),
	/** The variants of the product that the form's Product names. */
	searchVariants: search<Variant>(
		(form) => {
			const product = productInForm(form);
			return {
				path: at`/v3/catalog/products/${product}/variants`,
				paging: 'v3',
				pageSize: 250,
				task: `list the variants of product ${product}`,
				scope: 'products:read',
			};
		},
		() => ({}),
		(variant) => ({ name: variantLabel(variant), value: variant.id }),
		(variant, text) => includes(`${variant.id} ${variantLabel(variant)}`, text),
	),
};
